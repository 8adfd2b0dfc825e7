import { listed } from '../../audit/phrases.ts'
import { describeState } from '../../toggle/describe-state.ts'
import { stateWord, type ToggleState } from '../../toggle/state.ts'
import { type Check, seen } from '../check.ts'

export interface PrerequisiteFacts {
  /** The toggles that the plan wants in a state first, and the state they are in here. */
  readonly prerequisites: readonly {
    readonly toggle: string
    readonly wanted: 'on' | 'off'
    /** Null for a key that is in no registry. */
    readonly state: ToggleState | null
  }[]
}

/** Passes when each toggle that the plan requires is fully on, or off, as the plan says it. */
export const prerequisitesHold: Check<PrerequisiteFacts> = ({ prerequisites }) => {
  const unmet = prerequisites.filter(
    ({ wanted, state }) => state === null || stateWord(state) !== wanted,
  )
  if (prerequisites.length === 0) {
    return seen('prerequisites', true, 'The plan asks for no other toggle first.', '')
  }
  if (unmet.length === 0) {
    const met = prerequisites.map(({ toggle, wanted }) => `${toggle} is ${wanted}`)
    return seen('prerequisites', true, `As the plan asks, ${listed(met)}.`, '')
  }
  const told = unmet.map(({ toggle, wanted, state }) =>
    state === null
      ? `${toggle} to be ${wanted}, and nobody registered it`
      : `${toggle} to be ${wanted}, and it is ${describeState(state)}`,
  )
  return seen(
    'prerequisites',
    false,
    `The plan asks for ${listed(told)}.`,
    `a tech lead, by flipping ${listed(unmet.map(({ toggle }) => toggle))} first`,
  )
}
