import { describe, expect, test } from 'vitest'
import { directionOf } from '../../domain/toggle/direction.ts'
import { OFF, stateFromJson, stateToJson, type ToggleStateJson } from '../../domain/toggle/state.ts'
import { movementOf, reachWords } from './reach-words.ts'

const off = stateToJson(OFF)
const on = { ...off, boolean: true }
const share = (percentage: number, actors: string[] = []): ToggleStateJson => ({
  ...off,
  percentage_of_actors: percentage,
  actors,
})

function words(before: ToggleStateJson, after: ToggleStateJson): string {
  const direction = directionOf(stateFromJson(before), stateFromJson(after), {
    offIsDangerous: false,
  })
  return reachWords(before, after, direction).join(' ').replaceAll('\u00a0', ' ')
}

describe('who stays, comes in and goes out', () => {
  test('a wider percentage takes nobody out', () => {
    expect(words(share(10), share(25))).toBe(
      'Everybody who is in now stays in. About 15 % of actors come in.',
    )
  })

  test('from off there is nobody to stay', () => {
    expect(words(off, share(5))).toBe('Nobody is in now. About 5 % of actors come in.')
  })

  test('a narrower percentage lets nobody in', () => {
    expect(words(share(25), share(10))).toBe(
      'Nobody comes in. About 15 % of actors go out; about 10 % stay in.',
    )
  })

  test('off takes everybody out, and on lets everybody in', () => {
    expect(words(share(25, ['ada']), off)).toBe('Everybody goes out: nobody is in afterwards.')
    expect(words(share(25), on)).toBe(
      'Everybody comes in, signed in or not; whoever is in now stays in.',
    )
    expect(words(off, on)).toBe('Everybody comes in, signed in or not.')
  })

  test('100 % of actors is not on: it is said who stays out', () => {
    expect(words(share(50), share(100))).toContain('Whoever is not signed in stays out.')
    expect(words(on, share(100))).toContain('Whoever is not signed in goes out.')
  })

  test('named actors are told by number', () => {
    expect(words(share(5), share(5, ['ada', 'ben']))).toBe(
      'Everybody who is in now stays in. 2 actors come in by name.',
    )
    expect(words(share(5, ['ada']), share(5))).toBe(
      'Nobody comes in. 1 actor is no longer in by name, unless the percentage reaches them.',
    )
  })

  test('both ways at once says both', () => {
    expect(words(share(5, ['ada']), share(20))).toBe(
      'Some come in and some go out. About 15 % of actors come in. 1 actor is no longer in by name, unless the percentage reaches them.',
    )
  })
})

test('people move the same whichever side is the dangerous one', () => {
  expect(movementOf('narrows', true)).toBe('widens')
  expect(movementOf('widens', true)).toBe('narrows')
  expect(movementOf('both', true)).toBe('both')
  expect(movementOf('widens', false)).toBe('widens')
})
