import type { Discipline } from '../../roll-call/disciplines.ts'
import type { Verdict } from '../../roll-call/verdict.ts'

interface SaidFacts {
  readonly discipline: Discipline
  readonly revision: number
  /** SHA-256 of the policy in force in the round; entries from before there were policies have none. */
  readonly policy?: string
  /** Said after the round was decided. */
  readonly late?: boolean
}

/** What happens in roll calls, and to the rules they are held by. */
export interface RollCallFacts {
  /** What the round is for is in texts.purpose; why disciplines were dropped in texts.reason. */
  'roll_call.opened': {
    readonly revision: number
    readonly required: readonly Discipline[]
    readonly policy?: string
    readonly dropped?: readonly Discipline[]
  }
  'sign_off.signed': SaidFacts & {
    readonly verdict: Verdict
    /** The id of who let the speaker say it, and until when; left out when it was their own. */
    readonly in_place_of?: string
    readonly delegated_until?: string
  }
  /** The program manager recorded what a contact said; the contact's name is in texts.given_by. */
  'sign_off.recorded': SaidFacts & { readonly verdict: Verdict }
  /** What a discipline last said was taken back: by who speaks for it, or recorded for them. */
  'sign_off.withdrawn': SaidFacts & { readonly manner: 'signed' | 'recorded' }
  'prompt.answered': { readonly n: number; readonly answer: 'yes' | 'no' | 'not_applicable' }
  'roll_call.decided': {
    readonly decision: 'launch' | 'pause' | 'pivot'
    /** What a launch allows; left out where it allows everything. Percentage null: all the way on. */
    readonly scope?: {
      readonly environment: string
      readonly percentage: number | null
      readonly until: string | null
    }
  }
  /** A team's policy was set or changed: a phrase for each thing that is otherwise now. */
  'policy.set': {
    readonly team: string
    readonly policy: string
    readonly changes: readonly string[]
  }
}
