import { expect, test } from 'vitest'
import { OFF, stateToJson } from '../../domain/toggle/state.ts'
import { shortState } from './short-state.ts'

const off = stateToJson(OFF)

test('a cell says off, on, or what lets people in', () => {
  expect(shortState(off)).toEqual({ percent: 0 })
  expect(shortState({ ...off, boolean: true })).toEqual({ percent: 100 })
  expect(shortState({ ...off, percentage_of_time: 100 })).toEqual({ percent: 100 })
  expect(shortState({ ...off, percentage_of_actors: 25, actors: ['ada'] })).toEqual({
    percent: 25,
    word: '25\u00a0% + 1 actor',
  })
  expect(shortState({ ...off, groups: ['staff', 'testers'] })).toEqual({
    percent: 0,
    word: '2 groups',
  })
})

test('100 % of actors is not said to be on', () => {
  expect(shortState({ ...off, percentage_of_actors: 100 })).toEqual({
    percent: 100,
    word: '100\u00a0%',
  })
})
