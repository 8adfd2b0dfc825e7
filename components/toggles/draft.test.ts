import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyPatch,
  isSameState,
  OFF,
  stateFromJson,
  stateToJson,
} from '../../domain/toggle/state.ts'
import { states } from '../../domain/toggle/testing/random-states.ts'
import { clearedGates, type Draft, draftOf, patchOf, rebase, stateAfter } from './draft.ts'

const off = stateToJson(OFF)
const at25 = { ...off, percentage_of_actors: 25, actors: ['ada', 'ben'] }

const drafts: fc.Arbitrary<Draft> = fc.oneof(
  fc.constant<Draft>({ kind: 'on' }),
  fc.constant<Draft>({ kind: 'off' }),
  fc.record({
    kind: fc.constant('gates' as const),
    percentage: fc.integer({ min: 0, max: 100_000 }).map((n) => n / 1000),
    actors: fc.uniqueArray(fc.constantFrom('ada', 'ben', 'fern'), { maxLength: 3 }),
  }),
)

test('what is sent leads to the state that is shown', () => {
  fc.assert(
    fc.property(states, drafts, (state, draft) => {
      const json = stateToJson(state)
      fc.pre(!(state.boolean && draft.kind === 'gates' && draft.percentage === 100))
      const patch = patchOf(json, draft)
      const reached = patch === null ? state : applyPatch(state, patch)
      const shown = stateFromJson(stateAfter(json, draft))
      // An unset percentage and 0 let the same people in, and so do a hidden gate and none.
      const plain = (one: typeof reached) => ({
        ...one,
        percentageOfActors: one.percentageOfActors ?? 0,
        percentageOfTime: one.percentageOfTime ?? 0,
      })
      expect(plain(reached).boolean).toBe(plain(shown).boolean)
      if (!reached.boolean) expect(isSameState(plain(reached), plain(shown))).toBe(true)
    }),
  )
})

describe('what is sent', () => {
  test('names only the gates that move', () => {
    expect(patchOf(at25, { ...draftOf(at25), percentage: 50 })).toEqual({
      percentage_of_actors: 50,
    })
    expect(patchOf(at25, { ...draftOf(at25), actors: ['ada'] })).toEqual({ actors: ['ada'] })
  })

  test('is nothing when nothing would change, in whatever order actors are named', () => {
    expect(patchOf(at25, { ...draftOf(at25), actors: ['ben', 'ada'] })).toBeNull()
    expect(patchOf(off, { kind: 'off' })).toBeNull()
    expect(patchOf({ ...off, boolean: true }, { kind: 'on' })).toBeNull()
  })

  test('says every other gate again when it comes down from fully on, which would clear them', () => {
    const on = { ...at25, boolean: true, groups: ['staff'] }
    expect(patchOf(on, { ...draftOf(on), percentage: 40 })).toEqual({
      boolean: false,
      percentage_of_actors: 40,
      actors: ['ada', 'ben'],
      groups: ['staff'],
      percentage_of_time: null,
      expression: null,
    })
  })
})

describe('a draft carried over to a newer state', () => {
  test('keeps what it changes and follows the state in all else', () => {
    const draft = { ...draftOf(at25), percentage: 50 }
    const now = { ...at25, actors: ['ada', 'ben', 'fern'] }
    expect(rebase(draft, at25, now)).toEqual({
      kind: 'gates',
      percentage: 50,
      actors: ['ada', 'ben', 'fern'],
    })
  })

  test('takes out whom it takes out, and nobody whom somebody else named meanwhile', () => {
    const draft = { ...draftOf(at25), actors: ['ada', 'dalia'] }
    const now = { ...at25, percentage_of_actors: 10, actors: ['ada', 'ben', 'fern'] }
    expect(rebase(draft, at25, now)).toEqual({
      kind: 'gates',
      percentage: 10,
      actors: ['ada', 'fern', 'dalia'],
    })
  })
})

test('going all the way says which gates it clears', () => {
  expect(clearedGates({ ...at25, expression: { Property: ['plan'] } })).toEqual([
    '25 % of actors',
    '2 named actors',
    'the expression',
  ])
  expect(clearedGates(off)).toEqual([])
})
