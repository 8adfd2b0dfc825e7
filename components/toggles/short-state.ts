import type { ToggleStateJson } from '../../domain/toggle/state.ts'
import { percentWords } from '../ui/level-words.ts'

/** A state as a cell has room for: how far it is open, and the word where that does not tell it. */
export interface ShortState {
  readonly percent: number
  readonly word?: string
}

/** How far a state is open, 0 to 100: all the way where a gate lets everybody in. */
export function openShare(state: ToggleStateJson): number {
  if (state.boolean) return 100
  return Math.max(state.percentage_of_actors ?? 0, state.percentage_of_time ?? 0)
}

/** Off, a percentage, On, or both the percentage and what else lets people in: "25 % + 3 actors". */
export function shortState(state: ToggleStateJson): ShortState {
  const percent = openShare(state)
  if (state.boolean || state.percentage_of_time === 100) return { percent: 100 }
  const ofActors = state.percentage_of_actors ?? 0
  const ofTime = state.percentage_of_time ?? 0
  const parts = [
    ...(ofActors > 0 ? [percentWords(ofActors)] : []),
    ...(state.actors.length > 0 ? [counted(state.actors.length, 'actor')] : []),
    ...(state.groups.length > 0 ? [counted(state.groups.length, 'group')] : []),
    ...(ofTime > 0 ? [`${percentWords(ofTime)} of the time`] : []),
    ...(state.expression === null ? [] : ['expression']),
  ]
  return parts.length === 0 ? { percent: 0 } : { percent, word: parts.join(' + ') }
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
