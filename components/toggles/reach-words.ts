import type { ToggleStateJson } from '../../domain/toggle/state.ts'
import { percentWords } from '../ui/level-words.ts'
import { openShare } from './short-state.ts'

/** What a flip does to people, whichever side of the toggle is the dangerous one. */
export type Movement = 'widens' | 'narrows' | 'both' | 'none' | 'same'

/** For a toggle whose off is dangerous the API's words are swapped; people move the same. */
export function movementOf(direction: Movement, offIsDangerous: boolean): Movement {
  if (!offIsDangerous) return direction
  if (direction === 'widens') return 'narrows'
  return direction === 'narrows' ? 'widens' : direction
}

/** Who stays, who comes in and who goes out: a sentence each. */
export function reachWords(
  before: ToggleStateJson,
  after: ToggleStateJson,
  movement: Movement,
): string[] {
  if (movement === 'same') return ['This is how it stands already.']
  if (isOpenToAll(after)) {
    return [
      movement === 'none'
        ? 'Everybody is in, before and after.'
        : `Everybody comes in, signed in or not${isShut(before) ? '' : '; whoever is in now stays in'}.`,
    ]
  }
  if (isShut(after)) return ['Everybody goes out: nobody is in afterwards.']
  if (movement === 'none') return ['Whoever is in now stays in, and nobody else comes in.']
  if (movement === 'both') return ['Some come in and some go out.', ...changes(before, after)]
  const stays =
    movement === 'narrows'
      ? 'Nobody comes in.'
      : isShut(before)
        ? 'Nobody is in now.'
        : 'Everybody who is in now stays in.'
  const moved = changes(before, after)
  return [stays, ...moved]
}

function changes(before: ToggleStateJson, after: ToggleStateJson): string[] {
  const sentences: string[] = []
  const from = isOpenToAll(before) ? 100 : (before.percentage_of_actors ?? 0)
  const to = after.percentage_of_actors ?? 0
  if (to > from) sentences.push(`About ${percentWords(to - from)} of actors come in.`)
  if (to < from) {
    const stay = to > 0 ? `; about ${percentWords(to)} stay in` : ''
    sentences.push(`About ${percentWords(from - to)} of actors go out${stay}.`)
  }
  if (isOpenToAll(before)) sentences.push('Whoever is not signed in goes out.')
  else if (to === 100) sentences.push('Whoever is not signed in stays out.')
  const now = new Set(before.actors)
  const then = new Set(after.actors)
  const named = after.actors.filter((actor) => !now.has(actor)).length
  const unnamed = before.actors.filter((actor) => !then.has(actor)).length
  if (named > 0) sentences.push(`${counted(named)} come${named === 1 ? 's' : ''} in by name.`)
  if (unnamed > 0) {
    const unless = to > 0 ? ', unless the percentage reaches them' : ''
    sentences.push(
      `${counted(unnamed)} ${unnamed === 1 ? 'is' : 'are'} no longer in by name${unless}.`,
    )
  }
  return sentences
}

function counted(count: number): string {
  return `${count} actor${count === 1 ? '' : 's'}`
}

function isOpenToAll(state: ToggleStateJson): boolean {
  return state.boolean || state.percentage_of_time === 100
}

function isShut(state: ToggleStateJson): boolean {
  return (
    openShare(state) === 0 &&
    state.actors.length === 0 &&
    state.groups.length === 0 &&
    state.expression === null
  )
}
