import type { EntryChange, FactData, FactType, Target } from '../entry.ts'
import type { Names, ReadEntry } from '../read-entry.ts'

export const KEY = 'new_intake_form'
export const PLAN = 'new-intake'
export const PRIYA = '0f0e2a52-0000-4000-8000-000000000001'
export const BENEFITS_PORTAL = '0f0e2a52-0000-4000-8000-000000000002'
export const NAMES: Names = { [PRIYA]: 'Priya Raman', [BENEFITS_PORTAL]: 'Benefits Portal' }

export const inProduction: Target = { toggle: KEY, environment: 'production', plan: PLAN }
export const inRound: Target = { plan: PLAN, roll_call: 1 }
export interface Told {
  readonly sentence: string
  readonly target?: Target
  readonly changes?: readonly EntryChange[]
  readonly texts?: ReadEntry['texts']
}

/** One row a kind of entry of a group of facts; leaving a kind out does not compile. */
export type ToldOf<Facts> = {
  readonly [T in keyof Facts & FactType]: Told & { readonly data: FactData[T] }
}
