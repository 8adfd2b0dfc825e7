import { expect, test } from 'vitest'
import { launchStanding } from './launch-standing.ts'

test.each([
  ['no round', null, [], 'no_roll_call', false, ['No roll call has been opened.']],
  ['an open round, complete', { number: 1, decision: null }, [], 'open', true, []],
  ['an open round', { number: 1, decision: null }, ['QA.'], 'open', false, ['QA.']],
  ['a launch that stands', { number: 2, decision: 'launch' }, [], 'launched', true, []],
  ['a launch gone stale', { number: 2, decision: 'launch' }, ['QA.'], 'launched', false, ['QA.']],
  [
    'a pause, whatever is missing',
    { number: 3, decision: 'pause' },
    [],
    'paused',
    false,
    ['Roll call 3 decided to pause.'],
  ],
  [
    'a pivot',
    { number: 4, decision: 'pivot' },
    ['QA.'],
    'pivoted',
    false,
    ['Roll call 4 decided to pivot.'],
  ],
] as const)('%s', (_, newest, missing, state, ready, left) => {
  expect(launchStanding(newest, missing)).toEqual({ state, ready, missing: left })
})
