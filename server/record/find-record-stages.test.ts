import { describe, expect, test } from 'vitest'
import { releaseRecord } from '../../domain/record/release-record.ts'
import { recordCheckIn } from '../check-ins/record-check-in.ts'
import { changeFreeze } from '../freezes/change-freeze.ts'
import { setFreeze } from '../freezes/set-freeze.ts'
import { decide } from '../roll-call/decide.ts'
import { openRollCall } from '../roll-call/open-roll-call.ts'
import { pauseStage, resumeStage } from '../rollout/pause-stage.ts'
import { recordResults } from '../rollout/record-results.ts'
import { LETTERS, launchedStages, toShare } from '../rollout/testing/staged-plan.ts'
import { waiveStage } from '../rollout/waive-stage.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findRecord } from './find-record.ts'

givenCast()

const errorRate = {
  name: 'Error rate',
  comparator: '<',
  threshold: 1,
  threshold_to: null,
  unit: '%',
  actual: 2.5,
  link: null,
} as const

const cameTo = (slug: string) => ({
  slug,
  n: 2,
  users: 480,
  metrics: [errorRate, { ...errorRate, name: 'Abandonment', actual: null }],
  errors: 3,
  decision: 'hold' as const,
  errorsNote: 'Three timeouts of the letters service',
})

const entry = (by: string) => ({ seq: expect.any(Number), at: expect.any(String), by })

async function stagesOf(slug: string, round?: number) {
  const record = await findRecord(cast.grace(), { slug, round })
  return { record, runs: record.stages.map((stage) => stage.runs.shown) }
}

describe('the stages of a record', () => {
  test('tell who started a run, what it came to and what was waived, each with its entry', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    await recordResults(cast.quentin(), cameTo(slug))
    await recordResults(cast.quentin(), {
      ...cameTo(slug),
      decision: 'proceed',
      note: 'Look twice',
    })
    const reason = 'The regional office asked for it by Friday'
    await waiveStage(cast.grace(), { slug, n: 2, criterion: 'Error rate', reason })

    const { record, runs } = await stagesOf(slug)
    expect(record.stages.map(({ runs: { total } }) => total)).toEqual([0, 1, 0, 0])
    expect(record.former_runs.total).toBe(0)
    const [run] = runs[1] ?? []
    expect(run).toMatchObject({
      run: 1,
      environment: 'production',
      toggle: LETTERS,
      percentage: 10,
      standing: 'soaking',
      started: entry('Tomás Ibarra'),
      moves: [],
      results: {
        users: 480,
        errors: 3,
        decision: 'proceed',
        errors_note: 'Three timeouts of the letters service',
        note: 'Look twice',
        recorded: entry('Quentin Marsh'),
        earlier: [entry('Quentin Marsh')],
      },
      waivers: [
        { what: 'criterion', criterion: 'error rate', reason, waived: entry('Grace Okafor') },
      ],
    })
    expect(run?.results?.metrics).toMatchObject([
      { ...errorRate, verdict: 'not_met', waived: true },
      { name: 'Abandonment', actual: null, verdict: 'inconclusive', waived: false },
    ])
    const { results, started, waivers } = run ?? {}
    const sentences = new Map(record.entries?.shown.map(({ seq, sentence }) => [seq, sentence]))
    const said = (seq: number | undefined) => sentences.get(seq ?? 0)
    expect(said(started?.seq)).toContain('started the stage')
    expect(said(results?.recorded?.seq)).toContain('the decision to proceed')
    expect(said(results?.earlier[0]?.seq)).toContain('the decision to hold')
    expect(said(waivers?.[0]?.waived?.seq)).toContain('waived the criterion')
    expect(releaseRecord.parse(record)).toEqual(record)
  })

  test('tell pauses with their reasons, what a later stage made done, and a run rolled back', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    await pauseStage(cast.tomas(), { slug, n: 2, reason: 'Support is swamped' })
    const paused = (await stagesOf(slug)).runs[1]?.[0]
    expect(paused).toMatchObject({ standing: 'paused', soak_ends_at: null })
    await resumeStage(cast.tomas(), { slug, n: 2, reason: 'Support caught up' })
    await waiveStage(cast.grace(), { slug, n: 2, criterion: null, reason: 'Seen for long enough' })
    expect((await stagesOf(slug)).runs[1]?.[0]).toMatchObject({ standing: 'running' })
    await toShare(50)
    const { runs } = await stagesOf(slug)
    expect(runs[1]?.[0]).toMatchObject({
      standing: 'done',
      moves: [
        { move: 'paused', reason: 'Support is swamped', told: entry('Tomás Ibarra') },
        { move: 'resumed', reason: 'Support caught up', told: entry('Tomás Ibarra') },
      ],
    })
    expect(runs[2]).toMatchObject([{ standing: 'soaking', percentage: 50 }])
    await toShare(0)
    await toShare(10)
    const after = (await stagesOf(slug)).runs
    expect(after[1]?.map(({ run, standing }) => [run, standing])).toEqual([
      [1, 'rolled_back'],
      [2, 'soaking'],
    ])
    expect(after[2]).toMatchObject([{ standing: 'rolled_back', soak_ends_at: null }])
    expect(after[2]?.[0]?.moves.at(-1)).toMatchObject({ move: 'rolled_back' })
  })

  test('stand as of a round’s decision as they stood then, whatever came later', async () => {
    const { slug } = await launchedStages()
    await toShare(10)
    await recordResults(cast.quentin(), cameTo(slug))
    const asked = { slug, require: [], invite: [] }
    const { result: round } = await openRollCall(cast.priya(), asked)
    await decide(cast.priya(), { slug, rollCall: round.id, decision: 'pause', note: 'Wait' })
    await recordResults(cast.quentin(), { ...cameTo(slug), users: 9000, decision: 'roll_back' })
    await toShare(0)
    const then = (await stagesOf(slug, 2)).runs[1]?.[0]
    expect(then).toMatchObject({
      standing: 'soaking',
      moves: [],
      results: { users: 480, decision: 'hold', earlier: [] },
    })
    expect((await stagesOf(slug, 1)).runs.flat()).toEqual([])
    expect((await stagesOf(slug)).runs[1]?.[0]).toMatchObject({
      standing: 'rolled_back',
      results: { users: 9000, decision: 'roll_back' },
    })
  })
})

test('a check-in stands beside the plan’s words with its KPIs, and the entry that tells it', async () => {
  const { slug } = await launchedStages()
  for (const share of [10, 50, 100]) await toShare(share)
  const { users, metrics, errors, errorsNote } = cameTo(slug)
  const came = { slug, which: 'one_week', users, errors, errorsNote, note: undefined } as const
  await recordCheckIn(cast.quentin(), { ...came, metrics })
  await recordCheckIn(cast.tomas(), { ...came, metrics: [{ ...errorRate, actual: 0.4 }] })
  const { check_ins, entries } = await findRecord(cast.grace(), { slug })
  const [week, month] = check_ins
  expect(week?.text).toContain('Error rate: 0.4 %')
  expect(week?.recorded).toMatchObject([
    {
      revision: 3,
      users: 480,
      metrics: [{ name: 'Error rate', actual: 0.4, verdict: 'met' }],
      errors_note: errorsNote,
      note: null,
      recorded: entry('Tomás Ibarra'),
      earlier: [entry('Quentin Marsh')],
    },
  ])
  expect(month?.recorded).toEqual([])
  const told = entries?.shown.find(({ seq }) => seq === week?.recorded[0]?.recorded?.seq)
  expect(told?.sentence).toContain('one-week check-in')
})

test('a freeze that comes again is told with its terms, and a change of it is no lifting', async () => {
  const { slug } = await launchedStages()
  const startsAt = new Date(Date.now() - 3_600_000)
  const { result } = await setFreeze(cast.grace(), {
    startsAt,
    endsAt: new Date(startsAt.getTime() + 7_200_000),
    reason: 'Nobody is there',
    environments: ['staging'],
    team: 'benefits-portal',
    recurrence: { rule: 'FREQ=WEEKLY', timeZone: 'UTC' },
    overrideAllowed: false,
  })
  await changeFreeze(cast.grace(), { id: result.id, reason: 'Nobody is there at weekends' })
  const { freezes } = await findRecord(cast.grace(), { slug })
  expect(freezes.shown).toMatchObject([
    {
      recurrence: expect.stringMatching(/^every .*, UTC$/),
      team: 'benefits-portal',
      override_allowed: false,
      reason: 'Nobody is there at weekends',
      set: entry('Grace Okafor'),
      changed: entry('Grace Okafor'),
      lifted: null,
    },
  ])
})
