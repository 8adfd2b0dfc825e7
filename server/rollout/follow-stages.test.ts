import { describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { readDocument } from '../plans/read-document.ts'
import { revisePlan } from '../plans/revise-plan.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { propose } from '../toggles/propose.ts'
import { rollBack } from '../toggles/roll-back.ts'
import { findStages } from './find-stages.ts'
import { LETTERS, launchedStages, REMINDERS, toShare } from './testing/staged-plan.ts'

givenCast()

const rolloutOf = async (slug: string, toggle = LETTERS) => {
  const { rollouts } = await findStages(cast.victor(), slug)
  const found = rollouts.find((one) => one.toggle === toggle)
  if (!found) throw new Error(`no rollout of ${toggle}`)
  return found
}
const statesOf = async (slug: string, toggle = LETTERS) =>
  (await rolloutOf(slug, toggle)).stages.map(({ state }) => state)

describe('a flip in production', () => {
  test('that reaches a stage starts its run in the same act', async () => {
    const { slug } = await launchedStages()
    const { seqs } = await toShare(10)
    expect(seqs).toHaveLength(2)
    expect(await statesOf(slug)).toEqual(['skipped', 'running', 'ahead', 'ahead'])
    const rollout = await rolloutOf(slug)
    expect(rollout).toMatchObject({
      environment: 'production',
      share: 10,
      current: 2,
      next: { n: 3, percentage: 50, started_by: 'a tech lead', may_go_at: expect.any(String) },
    })
    expect(rollout.stages[1]).toMatchObject({
      soak: { words: '2 days', over: false },
      runs: [{ run: 1, toggle: LETTERS, started_by: 'Tomás Ibarra', state: 'running' }],
    })
    const entries = await planEntries()
    expect(entries.slice(-2).map(({ type }) => type)).toEqual(['toggle.widened', 'stage.started'])
    expect(entries.at(-1)).toMatchObject({
      data: { stage: 'Stage B: Canary', percentage: 10, run: 1, by: 'flip' },
      changed: ['stage_run 1'],
    })
  })

  test('that stays short of a stage starts none', async () => {
    const { slug } = await launchedStages()
    expect((await toShare(5)).seqs).toHaveLength(1)
    expect(await statesOf(slug)).toEqual(['ahead', 'ahead', 'ahead', 'ahead'])
  })

  test('below a stage rolls its run back, and reaching it again is its second run', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    await toShare(50)
    expect(await statesOf(slug)).toEqual(['skipped', 'done', 'running', 'ahead'])
    await rollBack(cast.tomas(), {
      toggle: LETTERS,
      environment: 'production',
      reason: 'Errors doubled',
    })
    expect(await statesOf(slug)).toEqual(['skipped', 'running', 'rolled_back', 'ahead'])
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'stage.rolled_back',
      data: { stage: 'Stage C: Half of users', run: 1 },
    })
    await toShare(50)
    expect((await rolloutOf(slug)).stages[2]?.runs.map(({ run, state }) => [run, state])).toEqual([
      [2, 'running'],
      [1, 'rolled_back'],
    ])
    await toShare(0)
    expect(await statesOf(slug)).toEqual(['ahead', 'rolled_back', 'rolled_back', 'ahead'])
    expect((await planEntries()).slice(-3).map(({ type }) => type)).toEqual([
      'toggle.narrowed',
      'stage.rolled_back',
      'stage.rolled_back',
    ])
  })

  test('of one toggle of the plan leaves the other where it is', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    await toShare(50)
    expect(await statesOf(slug, REMINDERS)).toEqual(['ahead', 'ahead', 'ahead', 'ahead'])
    await expect(toShare(50, REMINDERS)).rejects.toMatchObject({
      refusal: {
        code: 'checks_not_passed',
        checks: expect.arrayContaining([
          expect.objectContaining({ check: 'staged_rollout', passed: false, binds: true }),
        ]),
      },
    })
    await toShare(10, REMINDERS)
    expect(await statesOf(slug, REMINDERS)).toEqual(['skipped', 'running', 'ahead', 'ahead'])
    expect(await statesOf(slug)).toEqual(['skipped', 'done', 'running', 'ahead'])
  })

  test('goes on from stage to stage without results: what does not bind only advises', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    const { checks } = await propose(cast.tomas(), {
      toggle: LETTERS,
      environment: 'production',
      patch: { percentage_of_actors: 50 },
    })
    for (const check of ['soak', 'results', 'staging_first']) {
      expect(checks.find((one) => one.check === check)).toMatchObject({
        passed: false,
        binds: false,
      })
    }
    await toShare(50)
    await toShare(100)
    expect(await statesOf(slug)).toEqual(['skipped', 'done', 'done', 'running'])
  })

  test('all the way on is the last stage as well', async () => {
    const { slug } = await launchedStages()
    for (const share of [10, 50]) await toShare(share)
    await flip(cast.tomas(), {
      toggle: LETTERS,
      environment: 'production',
      patch: { boolean: true },
      reason: 'Everybody',
    })
    expect(await statesOf(slug)).toEqual(['skipped', 'done', 'done', 'running'])
  })
})

test('an environment that is not protected has no stages', async () => {
  const { slug } = await launchedStages()
  expect((await toShare(100, LETTERS, 'staging')).seqs).toHaveLength(1)
  expect(await statesOf(slug)).toEqual(['ahead', 'ahead', 'ahead', 'ahead'])
  expect(await db().stageRun.count()).toBe(0)
})

test('two flips to one stage at the same moment start one run', async () => {
  await launchedStages()
  await Promise.all([toShare(10), toShare(10), toShare(10)])
  expect(await db().stageRun.count()).toBe(1)
})

test('a stage that is renamed is another one, and its old run is kept as a former', async () => {
  const { slug } = await launchedStages()
  await toShare(10)
  const { bytes, revision } = await readDocument(cast.priya(), slug)
  const text = new TextDecoder().decode(bytes)
  const save = (edited: string, from: number) =>
    revisePlan(cast.priya(), { slug, bytes: new TextEncoder().encode(edited), revision: from })
  await save(text.replace('Stage B: Canary', '**Stage B:** canary'), revision)
  expect((await rolloutOf(slug)).current).toBe(2)
  await save(text.replace('Stage B: Canary', 'Stage B: Pilot'), revision + 1)
  const { current, former } = await rolloutOf(slug)
  expect(current).toBeNull()
  expect(former).toMatchObject([{ label: 'Stage B: Canary', percentage: 10, state: 'running' }])
})
