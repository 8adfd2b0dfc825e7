import type { Gate } from '../../domain/toggle/evaluation-context.ts'
import type { RulesetToggle } from '../../domain/toggle/ruleset.ts'
import { stateWord } from '../../domain/toggle/state.ts'

/** OpenFeature's words for why a flag has its value, as far as toggles need them. */
export type Reason = 'STATIC' | 'TARGETING_MATCH' | 'SPLIT' | 'DISABLED'

/**
 * Why a toggle answered as it did. Off and on for everybody are STATIC; what a percentage decided,
 * either way, is SPLIT; what was decided by who asks is TARGETING_MATCH, also when nobody matched
 * (OpenFeature: "the result of a dynamic evaluation, such as a rule"); an archived one is DISABLED.
 */
export function reasonOf({ state, archived }: RulesetToggle, gate: Gate | null): Reason {
  if (archived) return 'DISABLED'
  if (gate === 'boolean') return 'STATIC'
  if (gate === 'percentage_of_actors' || gate === 'percentage_of_time') return 'SPLIT'
  if (gate !== null) return 'TARGETING_MATCH'
  if (stateWord(state) === 'off') return 'STATIC'
  const isSplit = (state.percentageOfActors ?? 0) > 0 || (state.percentageOfTime ?? 0) > 0
  return isSplit ? 'SPLIT' : 'TARGETING_MATCH'
}
