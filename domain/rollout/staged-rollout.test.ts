import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OFF } from '../toggle/state.ts'
import { shareOfActors, stagedRolloutDetail, uncountedReach } from './staged-rollout.ts'

const staged = (required: boolean | null, ...percentages: number[]) => ({ required, percentages })

test.each<[string, ReturnType<typeof staged>, number, number, boolean]>([
  ['the three answers decline it: any share goes', staged(false, 10, 50, 100), 0, 100, true],
  ['needed, and it stops at the next stage', staged(true, 10, 50, 100), 0, 10, true],
  ['needed, and it stops short of the next', staged(true, 10, 50, 100), 0, 5, true],
  ['needed, and it goes past the next', staged(true, 10, 50, 100), 0, 11, false],
  ['from between two stages to the next', staged(true, 10, 50, 100), 30, 50, true],
  ['from between two stages past the next', staged(true, 10, 50, 100), 30, 51, false],
  ['from the last but one to the last', staged(true, 10, 50, 100), 50, 100, true],
  ['beyond the last stage', staged(true, 10, 50), 50, 51, false],
  ['needed, and no stage has a percentage', staged(true), 0, 1, false],
  ['not answered, yet stages are listed', staged(null, 10, 100), 0, 50, false],
  ['not answered, and no stages', staged(null), 0, 100, true],
  ['stages out of order are taken in theirs', staged(true, 100, 50, 10), 0, 10, true],
  ['it narrows', staged(true, 10, 50), 50, 20, true],
])('%s', (_, plan, from, to, passed) => {
  const detail = stagedRolloutDetail(plan, from, to)
  expect(detail.passed).toBe(passed)
  expect(detail.detail).not.toBe('')
})

test('where stages are held to, no rise that passes skips a stage', () => {
  const share = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 6 }), share, share, (all, from, to) => {
      const { passed } = stagedRolloutDetail(staged(true, ...all), from, to)
      const skipped = all.some((stage) => stage > from && stage < to)
      if (to > from && skipped) expect(passed).toBe(false)
      if (to <= from) expect(passed).toBe(true)
    }),
  )
})

test('a state that can let everybody in counts as 100 %', () => {
  expect(shareOfActors({ ...OFF, boolean: true })).toBe(100)
  expect(shareOfActors({ ...OFF, percentageOfActors: 12.5 })).toBe(12.5)
  expect(shareOfActors({ ...OFF, percentageOfActors: 5, percentageOfTime: 40 })).toBe(40)
  expect(shareOfActors({ ...OFF, actors: ['one'] })).toBe(0)
})

test('whom nobody can count is named, unless they were in already or everybody is', () => {
  const beta = { Property: ['beta'] }
  const staff = { ...OFF, groups: ['staff'] }
  expect(uncountedReach(OFF, staff)).toEqual(['the group “staff”'])
  expect(uncountedReach(staff, { ...staff, percentageOfActors: 10 })).toEqual([])
  expect(uncountedReach(staff, OFF)).toEqual([])
  expect(uncountedReach(OFF, { ...staff, boolean: true })).toEqual([])
  expect(uncountedReach(OFF, { ...OFF, actors: ['User;1'] })).toEqual([])
  expect(uncountedReach(OFF, { ...staff, expression: beta })).toEqual([
    'the group “staff”',
    'the expression',
  ])
  const either = { ...OFF, expression: { Any: [beta, { Property: ['claims'] }] } }
  expect(uncountedReach({ ...OFF, expression: beta }, either)).toEqual(['the expression'])
  expect(uncountedReach(either, { ...OFF, expression: beta })).toEqual([])
})
