import { describe, expect, test } from 'vitest'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { pauseStage, resumeStage } from './pause-stage.ts'
import { startStage } from './start-stage.ts'
import { checkOf, launchedStages, stageOf, toShare } from './testing/staged-plan.ts'

givenCast()

const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })
const newest = async () => (await planEntries()).at(-1)

describe('starting a stage by hand', () => {
  test('is for one without a percentage, once', async () => {
    const { slug } = await launchedStages()
    const both = await Promise.all([
      startStage(cast.tomas(), { slug, n: 1, reason: 'The test users have their accounts' }),
      startStage(cast.priya(), { slug, n: 1 }),
    ])
    expect(both.flatMap(({ seqs }) => seqs)).toHaveLength(1)
    expect(await stageOf(slug, 1)).toMatchObject({
      state: 'running',
      soak: { words: null, over: true, note: expect.stringContaining('not read as a time') },
    })
    expect(await newest()).toMatchObject({
      type: 'stage.started',
      data: { stage: 'Stage A: Internal test users', percentage: null, run: 1, by: 'hand' },
    })
    expect((await checkOf('soak'))?.passed).toBe(true)
    expect((await checkOf('results'))?.detail).toContain('has no results yet')
  })

  test('is refused where a flip starts it, and says which', async () => {
    const { slug } = await launchedStages()
    await expect(startStage(cast.tomas(), { slug, n: 2 })).rejects.toMatchObject(
      refusedWith({ code: 'stage_not_ready', detail: expect.stringContaining('reaches 10 %') }),
    )
  })

  test('is forbidden to who only looks, and a number without a stage is not there', async () => {
    const { slug } = await launchedStages()
    await expect(startStage(cast.victor(), { slug, n: 1 })).rejects.toMatchObject(
      refusedWith({ code: 'forbidden', action: 'stage.run' }),
    )
    await expect(startStage(cast.tomas(), { slug, n: 9 })).rejects.toMatchObject(
      refusedWith({ code: 'not_found', what: 'stage' }),
    )
    for (const wrong of [{ environment: 'staging' }, { toggle: 'nobody_knows' }]) {
      await expect(startStage(cast.tomas(), { slug, n: 1, ...wrong })).rejects.toMatchObject(
        refusedWith({ errors: [{ path: Object.keys(wrong)[0], message: expect.any(String) }] }),
      )
    }
  })
})

describe('pausing a stage', () => {
  test('stops its clock and holds the rollout until it is resumed', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    const reason = 'The contact center sees too many calls'
    const both = await Promise.all([
      pauseStage(cast.priya(), { slug, n: 2, reason }),
      pauseStage(cast.tomas(), { slug, n: 2, reason }),
    ])
    expect(both.flatMap(({ seqs }) => seqs)).toHaveLength(1)
    expect(await stageOf(slug, 2)).toMatchObject({ state: 'paused', soak: { ends_at: null } })
    expect(await checkOf('paused')).toMatchObject({
      passed: false,
      binds: true,
      detail: expect.stringContaining(reason),
    })
    await expect(toShare(50)).rejects.toMatchObject(refusedWith({ code: 'checks_not_passed' }))
    await resumeStage(cast.tomas(), { slug, n: 2, reason: 'Calls are down again' })
    expect(await newest()).toMatchObject({
      type: 'stage.resumed',
      changed: ['stage_run 3'],
      texts: { reason: 'Calls are down again' },
    })
    expect(await checkOf('paused')).toMatchObject({ passed: true })
    await toShare(50)
  })

  test('a paused stage can be rolled back like any', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    await pauseStage(cast.priya(), { slug, n: 2, reason: 'Wait' })
    await toShare(0)
    expect(await stageOf(slug, 2)).toMatchObject({ state: 'rolled_back' })
  })

  test('is refused for one that does not run, and forbidden to a discipline lead', async () => {
    const { slug } = await launchedStages()
    const pause = { slug, n: 2, reason: 'Wait' }
    await expect(pauseStage(cast.tomas(), pause)).rejects.toMatchObject(
      refusedWith({ code: 'stage_not_ready' }),
    )
    await expect(pauseStage(cast.ben(), pause)).rejects.toMatchObject(
      refusedWith({ code: 'forbidden' }),
    )
  })
})
