import { expect, test } from 'vitest'
import { shownState } from './mask-actors.ts'
import { OFF, stateToJson } from './state.ts'

const named = { ...stateToJson(OFF), actors: ['ada@example.gov', 'ben@example.gov'] }

test('whoever may see them sees whom a toggle names', () => {
  expect(shownState(named, true)).toEqual({ ...named, actors_masked: false })
})

test('who may not sees how many there are, and no id', () => {
  const shown = shownState(named, false)
  expect(shown).toEqual({
    ...named,
    actors: ['named actor 1', 'named actor 2'],
    actors_masked: true,
  })
  expect(JSON.stringify(shown)).not.toContain('@')
})
