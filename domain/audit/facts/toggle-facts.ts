import type { CheckResult } from '../../refusal.ts'

interface FlipData {
  /** The state in words, before and after: "off", "10 % of actors". */
  readonly from: string
  readonly to: string
  /** Empty where nothing had to be checked: it narrows, or the environment is not protected. */
  readonly checks: readonly (Pick<CheckResult, 'check' | 'passed'> & {
    /** False for advice; entries from before there was advice do not say, and all bound then. */
    readonly binds?: boolean
  })[]
  /** The launch decision and the sign-offs that the flip rests on. */
  readonly rests_on: { readonly roll_call: number; readonly sign_offs: readonly string[] } | null
  /** The name of the guard whose signal lowered it; absent where none did. */
  readonly guard?: string
  /** The id of the schedule that it was signed in; absent where it was done at once. */
  readonly schedule?: string
}

/** What happens to toggles: flips, their overrides, and the registry. */
export interface ToggleFacts {
  'toggle.registered': Record<never, never>
  /** Its description or its actor type changed. */
  'toggle.described': Record<never, never>
  'toggle.archived': Record<never, never>
  'toggle.widened': FlipData
  'toggle.narrowed': FlipData
  /** Widens for some and narrows for others. */
  'toggle.reshaped': FlipData
  /** Undoes the flip to version `undoes`, with every later one up to `through` where that is named. */
  'toggle.rolled_back': FlipData & { readonly undoes: number; readonly through?: number }
  'flip.overrode_checks': FlipData
  'override.reviewed': { readonly verdict: string }
}
