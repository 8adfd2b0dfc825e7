import type { Discipline } from '../../roll-call/disciplines.ts'

/** What happens in roll calls. */
export interface RollCallFacts {
  'roll_call.opened': {
    readonly revision: number
    readonly required: readonly Discipline[]
  }
  'sign_off.signed': {
    readonly discipline: Discipline
    readonly verdict: 'go' | 'no_go'
    readonly revision: number
  }
  /** The program manager recorded what a contact said; the contact's name is in texts.given_by. */
  'sign_off.recorded': {
    readonly discipline: Discipline
    readonly verdict: 'go' | 'no_go'
    readonly revision: number
  }
  'prompt.answered': { readonly n: number; readonly answer: 'yes' | 'no' | 'not_applicable' }
  'roll_call.decided': { readonly decision: 'launch' | 'pause' | 'pivot' }
}
