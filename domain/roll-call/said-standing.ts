import type { SectionName } from '../plan/section-name.ts'
import type { RosterRow, SignOff } from './roster.ts'

/**
 * What one thing said in a round is worth: `withdrawn` is a go that the same discipline took back,
 * `replaced` was said again later.
 */
export const SAID_STANDINGS = ['current', 'stale', 'withdrawn', 'replaced'] as const

export type SaidStanding = (typeof SAID_STANDINGS)[number]

/** How one thing said stands in a roster, with the sections that changed after it. */
export function saidStanding(
  said: Pick<SignOff, 'id' | 'verdict'>,
  { sign_off: newest, status, stale_sections }: RosterRow,
): { standing: SaidStanding; stale_sections: readonly SectionName[] } {
  if (newest?.id !== said.id) {
    const isTakenBack = said.verdict === 'go' && newest?.verdict === 'no_go'
    return { standing: isTakenBack ? 'withdrawn' : 'replaced', stale_sections: [] }
  }
  return status === 'stale'
    ? { standing: 'stale', stale_sections }
    : { standing: 'current', stale_sections: [] }
}
