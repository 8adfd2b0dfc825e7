import { describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { startStage } from '../rollout/start-stage.ts'
import {
  LETTERS,
  launchedStages,
  REMINDERS,
  stageOf,
  toShare,
} from '../rollout/testing/staged-plan.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findRollback } from './find-rollback.ts'
import { rollBack } from './roll-back.ts'
import { proposePlanRollback, rollBackPlan } from './roll-back-plan.ts'
import { findStateRow } from './state-row.ts'

givenCast()

const place = { toggle: LETTERS, environment: 'production', reason: 'Errors rose' }
const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })

async function share(toggle: string): Promise<number | null> {
  const { state } = await findStateRow(db(), toggle, 'production', { lock: false })
  return state.percentageOfActors
}

describe('a rollback of a stage', () => {
  test('restores what stood right before its run, and the stage can be run again', async () => {
    const { slug } = await launchedStages()
    await toShare(4)
    await toShare(10)
    await toShare(12)
    await toShare(50)
    const asked = { ...place, beforeStage: 2 }
    const preview = await findRollback(cast.tomas(), LETTERS, 'production', { beforeStage: 2 })
    expect(preview).toMatchObject({
      to: '4 % of actors',
      stages: [
        { n: 2, label: 'Stage B: Canary' },
        { n: 3, label: 'Stage C: Half of users' },
      ],
    })
    const { result } = await rollBack(cast.tomas(), asked)
    expect(result.state.percentageOfActors).toBe(4)
    expect((await planEntries()).slice(-3)).toMatchObject([
      { type: 'toggle.rolled_back', data: { undoes: 3, through: 5 } },
      { type: 'stage.rolled_back' },
      { type: 'stage.rolled_back' },
    ])
    expect(await stageOf(slug, 2)).toMatchObject({ state: 'rolled_back' })
    await expect(rollBack(cast.tomas(), asked)).rejects.toMatchObject(
      refusedWith({ code: 'stage_not_ready' }),
    )
    await toShare(10)
    expect(await stageOf(slug, 2)).toMatchObject({
      state: 'running',
      runs: [{ run: 2 }, { run: 1 }],
    })
    expect((await rollBack(cast.tomas(), asked)).result.state.percentageOfActors).toBe(4)
  })

  test('ends a stage that was begun by hand, and what came after it', async () => {
    const { slug } = await launchedStages()
    const byHand = { slug, n: 1, environment: 'production', toggle: LETTERS }
    await startStage(cast.tomas(), { ...byHand, reason: 'Ten people' })
    await expect(rollBack(cast.victor(), { ...place, beforeStage: 1 })).rejects.toMatchObject(
      refusedWith({ code: 'forbidden' }),
    )
    await rollBack(cast.ben(), { ...place, beforeStage: 1 })
    expect(await stageOf(slug, 1)).toMatchObject({ state: 'rolled_back' })
    await startStage(cast.tomas(), byHand)
    await toShare(10)
    await rollBack(cast.tomas(), { ...place, beforeStage: 1 })
    expect([await share(LETTERS), (await stageOf(slug, 1))?.state]).toEqual([null, 'rolled_back'])
  })

  test('is refused for a stage that is not there, and together with another way', async () => {
    await launchedStages()
    await toShare(10)
    const refused = [
      [{ beforeStage: 9 }, 'not_found'],
      [{ beforeStage: 3 }, 'stage_not_ready'],
      [{ beforeStage: 2, toVersion: 1 }, 'invalid'],
    ] as const
    for (const [how, code] of refused) {
      await expect(rollBack(cast.tomas(), { ...place, ...how })).rejects.toMatchObject(
        refusedWith({ code }),
      )
    }
  })
})

describe('a rollback of a stage of the whole plan', () => {
  test('ends a stage that all toggles share, though nothing was flipped in it', async () => {
    const { slug } = await launchedStages()
    await startStage(cast.tomas(), { slug, n: 1, environment: 'production' })
    const asked = { slug, beforeStage: 1, reason: 'Nobody could sign in' }
    await expect(rollBackPlan(cast.victor(), asked)).rejects.toMatchObject(
      refusedWith({ code: 'forbidden' }),
    )
    expect((await rollBackPlan(cast.tomas(), asked)).result.restored).toEqual([])
    expect(await stageOf(slug, 1)).toMatchObject({ state: 'rolled_back' })
  })

  test('takes every toggle to where it stood when the stage began', async () => {
    const { slug } = await launchedStages()
    await toShare(10, REMINDERS)
    await toShare(10)
    await toShare(50)
    await toShare(50, REMINDERS)
    const proposed = await proposePlanRollback(cast.tomas(), { slug, beforeStage: 3 })
    expect(proposed.restored).toMatchObject([
      { toggle: REMINDERS, to: '10 % of actors', seen: 3 },
      { toggle: LETTERS, to: '10 % of actors', seen: 3 },
    ])
    const expectedVersions = proposed.restored.map(({ seen, ...one }) => ({
      ...one,
      version: seen,
    }))
    await toShare(45)
    const asked = { slug, beforeStage: 3, expectedVersions, reason: 'Errors rose' }
    await expect(rollBackPlan(cast.tomas(), asked)).rejects.toMatchObject(
      refusedWith({ code: 'version_conflict', actual: 4 }),
    )
    await rollBackPlan(cast.tomas(), { slug, beforeStage: 2, reason: 'Errors rose' })
    expect([await share(LETTERS), await share(REMINDERS)]).toEqual([null, null])
    expect(await stageOf(slug, 2)).toMatchObject({ state: 'rolled_back' })
  })
})
