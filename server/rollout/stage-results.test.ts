import { describe, expect, test } from 'vitest'
import { recordStageResults, waiveAStage } from '../api/stages.ts'
import { call } from '../plans/testing/call.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { type RecordResults, recordResults } from './record-results.ts'
import { checkOf, launchedStages, stageOf, toShare } from './testing/staged-plan.ts'
import { waiveStage } from './waive-stage.ts'

givenCast()

const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })
const newest = async () => (await planEntries()).at(-1)

const errorRate = {
  name: 'Error rate',
  comparator: '<',
  threshold: 1,
  threshold_to: null,
  unit: '%',
  actual: 2.5,
  link: null,
} as const
const cameTo = (slug: string, differs: Partial<RecordResults> = {}): RecordResults => ({
  slug,
  n: 2,
  users: 480,
  metrics: [errorRate],
  errors: 3,
  decision: 'proceed',
  errorsNote: 'Three timeouts of the letters service',
  ...differs,
})

describe('the results of a stage', () => {
  test('are kept with their verdicts, and recording again replaces them', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    await recordResults(cast.quentin(), cameTo(slug, { decision: 'hold' }))
    expect(await newest()).toMatchObject({
      type: 'stage.results_recorded',
      data: { decision: 'hold', verdicts: { met: 0, not_met: 1, inconclusive: 0 } },
      texts: { detail: 'Three timeouts of the letters service' },
    })
    expect((await checkOf('results'))?.detail).toContain('say to hold')
    await recordResults(cast.quentin(), cameTo(slug, { expectedVersion: 2 }))
    expect((await checkOf('results'))?.detail).toContain('Error rate is not met')
    await recordResults(cast.tomas(), cameTo(slug, { metrics: [{ ...errorRate, actual: 0.4 }] }))
    expect(await checkOf('results')).toMatchObject({ passed: true, binds: false })
    expect((await stageOf(slug, 2))?.runs[0]?.results).toMatchObject({
      users: 480,
      metrics: [{ name: 'Error rate', actual: 0.4, verdict: 'met', waived: false }],
      recorded_by: 'Tomás Ibarra',
    })
    await expect(
      recordResults(cast.quentin(), cameTo(slug, { expectedVersion: 2 })),
    ).rejects.toMatchObject(refusedWith({ code: 'version_conflict', expected: 2, actual: 4 }))
  })

  test('can be told of a run that was rolled back, and of none before it began', async () => {
    const { slug } = await launchedStages()
    await expect(recordResults(cast.tomas(), cameTo(slug))).rejects.toMatchObject(
      refusedWith({ code: 'stage_not_ready' }),
    )
    await toShare(10)
    await toShare(0)
    await recordResults(cast.tomas(), cameTo(slug, { decision: 'roll_back' }))
    expect((await stageOf(slug, 2))?.runs[0]).toMatchObject({
      state: 'rolled_back',
      results: { decision: 'roll_back' },
    })
  })

  test('are not a viewer’s to record, and fields at fault are named', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    await expect(recordResults(cast.victor(), cameTo(slug))).rejects.toMatchObject(
      refusedWith({ code: 'forbidden' }),
    )
    const params = { slug, n: '2' }
    const metrics = [errorRate, { ...errorRate, name: 'error  rate' }]
    const twice = await call('tomas', recordStageResults, {
      params,
      json: { metrics, decision: 'proceed' },
    })
    expect(twice.status).toBe(400)
    expect(twice.body.errors).toMatchObject([{ path: 'metrics.1.name' }])
    const unknown = await call('tomas', recordStageResults, {
      params,
      json: { metrics: [{ ...errorRate, comparator: '~' }], decision: 'go' },
    })
    expect(unknown.body.errors).toMatchObject([
      { path: 'metrics.0.comparator' },
      { path: 'decision' },
    ])
  })
})

describe('a waiver', () => {
  test('of soak and criterion lets the stage go, by somebody who may and with a reason', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    await recordResults(cast.quentin(), cameTo(slug))
    const reason = 'The regional office asked for it by Friday'
    const soak = { slug, n: 2, criterion: null, reason }
    const both = await Promise.all([waiveStage(cast.grace(), soak), waiveStage(cast.priya(), soak)])
    expect(both.flatMap(({ seqs }) => seqs)).toHaveLength(1)
    expect(await checkOf('soak')).toMatchObject({ passed: true })
    await waiveStage(cast.grace(), { ...soak, criterion: ' ERROR  rate' })
    expect(await checkOf('results')).toMatchObject({ passed: true })
    expect(await newest()).toMatchObject({
      type: 'stage.waived',
      data: { what: 'criterion', criterion: 'error rate' },
      texts: { reason },
    })
    await toShare(0)
    await toShare(10)
    expect(await checkOf('soak')).toMatchObject({ passed: false })
  })

  test('is not the tech lead’s, who widens', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    const reason = 'We are in a hurry today'
    await expect(
      waiveStage(cast.tomas(), { slug, n: 2, criterion: null, reason }),
    ).rejects.toMatchObject(refusedWith({ code: 'forbidden', action: 'stage.waive' }))
    const params = { slug, n: '2' }
    const unnamed = await call('grace', waiveAStage, { params, json: { criterion: 'x', reason } })
    expect(unnamed.body.errors).toMatchObject([{ path: 'criterion' }])
    const neither = await call('grace', waiveAStage, { params, json: { reason } })
    expect(neither.status).toBe(400)
  })
})
