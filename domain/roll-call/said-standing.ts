import type { SectionName } from '../plan/section-name.ts'
import type { RosterRow, SignOff } from './roster.ts'

/**
 * What one thing said in a round is worth: `stale` by an edit, `expired` by its age, `withdrawn` is
 * what the same discipline took back, `replaced` was said again later.
 */
export const SAID_STANDINGS = ['current', 'stale', 'expired', 'withdrawn', 'replaced'] as const

export type SaidStanding = (typeof SAID_STANDINGS)[number]

/** How one thing said stands in a roster, with the sections that changed after it. */
export function saidStanding(
  said: Pick<SignOff, 'id' | 'verdict'>,
  { sign_off: newest, stale_because, stale_sections }: RosterRow,
): { standing: SaidStanding; stale_sections: readonly SectionName[] } {
  if (newest?.id !== said.id) {
    const isTakenBack =
      newest?.verdict === 'withdrawn' || (said.verdict === 'go' && newest?.verdict === 'no_go')
    return { standing: isTakenBack ? 'withdrawn' : 'replaced', stale_sections: [] }
  }
  if (stale_because === 'edited') return { standing: 'stale', stale_sections }
  return { standing: stale_because === 'expired' ? 'expired' : 'current', stale_sections: [] }
}
