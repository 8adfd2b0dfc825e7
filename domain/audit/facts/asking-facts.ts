import type { AskingCause } from '../../roll-call/asking.ts'
import type { Discipline } from '../../roll-call/disciplines.ts'

/** Who was asked to speak in a roll call, by when, and who speaks in whose place. */
export interface AskingFacts {
  /** Each person who was asked, with the discipline, is a row of the entry's changes. */
  'sign_off.asked': {
    readonly cause: AskingCause
    readonly disciplines: readonly Discipline[]
  }
  'roll_call.due_set': { readonly needed_by: string | null }
  'delegation.made': {
    readonly discipline: Discipline
    /** The person's id. */
    readonly to: string
    readonly starts_at: string
    readonly ends_at: string
  }
  'delegation.ended': {
    readonly discipline: Discipline
    readonly from: string
    readonly to: string
  }
}
