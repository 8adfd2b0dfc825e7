import { expect, test } from 'vitest'
import { rolloutStanding, stageBefore } from './rollout-standing.ts'
import { keyedStages, stageReached } from './stage-key.ts'
import type { StageRun } from './stage-run.ts'

const listed = (label: string, percentage: number | null, soak: string | null = null) => ({
  label,
  percentage,
  soak,
  dates: null,
})

const stages = keyedStages([
  listed('Internal test users', null),
  listed('Stage A: Canary', 10, '2 days'),
  listed('Stage B', 50, '1 week'),
  listed('Stage C', 100),
  listed('Entry points', null),
])

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour))
const run = (n: number, differs: Partial<StageRun> = {}): StageRun => ({
  id: `run-of-${n}`,
  stageKey: stages[n - 1]?.key ?? '',
  run: 1,
  state: 'running',
  startedAt: at(9 + n),
  pausedAt: null,
  pauseReason: null,
  pausedMs: 0,
  results: null,
  waived: [],
  ...differs,
})
const statesOf = (runs: readonly StageRun[]) =>
  rolloutStanding(stages, runs, at(20)).stages.map(({ state }) => state)

test.each<[string, readonly StageRun[], readonly string[], number | null, number | null]>([
  ['nothing was started', [], ['ahead', 'ahead', 'ahead', 'ahead', 'ahead'], null, 1],
  ['test users are on', [run(1)], ['running', 'ahead', 'ahead', 'ahead', 'ahead'], 1, 2],
  ['the canary is on', [run(1), run(2)], ['done', 'running', 'ahead', 'ahead', 'ahead'], 2, 3],
  [
    'the canary went ahead without test users',
    [run(2)],
    ['skipped', 'running', 'ahead', 'ahead', 'ahead'],
    2,
    3,
  ],
  [
    'B was rolled back to the canary',
    [run(2), run(3, { state: 'rolled_back' })],
    ['skipped', 'running', 'rolled_back', 'ahead', 'ahead'],
    2,
    3,
  ],
  [
    'B runs again',
    [run(2), run(3, { state: 'rolled_back' }), run(3, { id: 'again', run: 2, startedAt: at(15) })],
    ['skipped', 'done', 'running', 'ahead', 'ahead'],
    3,
    4,
  ],
  [
    'the canary is paused',
    [run(2, { state: 'paused', pausedAt: at(12) })],
    ['skipped', 'paused', 'ahead', 'ahead', 'ahead'],
    2,
    3,
  ],
  ['the last is on', [run(5)], ['skipped', 'skipped', 'skipped', 'skipped', 'running'], 5, null],
])('%s', (_, runs, states, current, next) => {
  expect(statesOf(runs)).toEqual(states)
  const standing = rolloutStanding(stages, runs, at(20))
  expect(standing.current?.stage.n ?? null).toBe(current)
  expect(standing.next?.stage.n ?? null).toBe(next)
})

test('a paused run has no end until it is resumed, and its clock stood still meanwhile', () => {
  const paused = run(2, { state: 'paused', pausedAt: at(12) })
  const soakOf = (one: StageRun) =>
    rolloutStanding(stages, [one], new Date(Date.UTC(2026, 10, 25))).current?.soak
  expect(soakOf(paused)).toMatchObject({ endsAt: null, over: false, words: '2 days' })
  const resumed = run(2, { pausedMs: 3 * 3_600_000 })
  expect(soakOf(resumed)?.endsAt?.toISOString()).toBe('2026-11-22T14:00:00.000Z')
  expect(soakOf(resumed)?.over).toBe(true)
})

test.each([
  [0, 1],
  [5, 1],
  [10, 2],
  [30, 2],
  [50, 3],
  [100, 4],
])('before a share rises above %d %, stage %d must have done its time', (share, n) => {
  expect(stageBefore(rolloutStanding(stages, [], at(20)), share)?.stage.n).toBe(n)
})

test('nothing comes before a first stage that has a percentage', () => {
  const plain = keyedStages([listed('Canary', 10), listed('All', 100)])
  expect(stageBefore(rolloutStanding(plain, [], at(20)), 0)).toBeNull()
})

test('past the end of its toggle nothing is current or next, and what ran is done', () => {
  const ended = [run(1, { state: 'ended' }), run(2, { state: 'ended' })]
  expect(rolloutStanding(stages, ended, at(20))).toMatchObject({ current: null, next: null })
  expect(statesOf(ended)).toEqual(['done', 'done', 'ahead', 'ahead', 'ahead'])
})

test('a stage is known by its words and its percentage, whatever else is edited', () => {
  const [before] = keyedStages([listed('**Stage A:** Canary', 10, '2 days')])
  const [same] = keyedStages([listed('stage a - canary', 10, '1 week')])
  const [renamed] = keyedStages([listed('Stage A: Pilot', 10)])
  const [moved] = keyedStages([listed('Stage A: Canary', 15)])
  expect(same?.key).toBe(before?.key)
  expect(renamed?.key).not.toBe(before?.key)
  expect(moved?.key).not.toBe(before?.key)
})

test('two stages of one name and percentage are told apart, and no key is given twice', () => {
  const keys = keyedStages([listed('Wave', 5), listed('Wave', 5), listed('Wave #2', 5)])
  expect(new Set(keys.map(({ key }) => key)).size).toBe(3)
})

test('a run of a stage that was renamed is kept as a former one', () => {
  const renamed = keyedStages([listed('Stage A: Pilot', 10)])
  const standing = rolloutStanding(renamed, [run(2)], at(20))
  expect(standing.current).toBeNull()
  expect(standing.former.map(({ id }) => id)).toEqual(['run-of-2'])
})

test.each([
  [0, null],
  [9.9, null],
  [10, 2],
  [49, 2],
  [50, 3],
  [100, 4],
])('a share of %d % reaches stage %s', (share, n) => {
  expect(stageReached(stages, share)?.n ?? null).toBe(n)
})
