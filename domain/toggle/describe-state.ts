import { stateWord, type ToggleState } from './state.ts'

/**
 * A state in words for people: "off", "on", "25 % of actors and 3 named actors". What an open
 * boolean hides (gates that change nothing while it is on) is left out.
 */
export function describeState(state: ToggleState): string {
  const word = stateWord(state)
  if (word !== 'conditional') return word
  const { actors, groups, percentageOfActors, percentageOfTime, expression } = state
  const parts: string[] = []
  if (percentageOfActors !== null && percentageOfActors > 0)
    parts.push(`${percentageOfActors} % of actors`)
  if (actors.length > 0) parts.push(`${actors.length} named actor${actors.length === 1 ? '' : 's'}`)
  if (groups.length > 0) parts.push(groupsInWords(groups))
  if (percentageOfTime !== null && percentageOfTime > 0)
    parts.push(`${percentageOfTime} % of the time`)
  if (expression !== null) parts.push('whoever an expression matches')
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}

function groupsInWords(groups: readonly string[]): string {
  return groups.length === 1 ? `the group ${groups[0]}` : `${groups.length} groups`
}
