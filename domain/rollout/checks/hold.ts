import { momentInWords } from '../../audit/moment-words.ts'
import { whoMay } from '../../permissions.ts'
import { type Check, seen } from '../check.ts'

export interface HoldFacts {
  /** The holds of guards that nobody released; since when is ISO 8601. */
  readonly holds: readonly {
    readonly guard: string
    readonly said: string
    readonly since: string
  }[]
}

/** Passes while no guard holds the toggle here. */
export const noHold: Check<HoldFacts> = ({ holds }) => {
  const [first] = holds
  if (!first) return seen('guard_hold', true, 'No guard holds it.', '')
  return seen(
    'guard_hold',
    false,
    `The guard “${first.guard}” holds it since ${momentInWords(first.since)}: ${first.said}`,
    `${whoMay('guard.release')}, by releasing the hold`,
  )
}
