import { describe, expect, test } from 'vitest'
import { OFF, type ToggleState } from '../../toggle/state.ts'
import type { Metric } from '../criterion.ts'
import { type RolloutStanding, rolloutStanding, stageBefore } from '../rollout-standing.ts'
import { keyedStages } from '../stage-key.ts'
import type { StageRun } from '../stage-run.ts'
import { resultsCheck } from './results-check.ts'
import { soakCheck } from './soak-check.ts'
import { stagingFirstCheck } from './staging-first-check.ts'

const listed = (soak: string | null) =>
  keyedStages([
    { label: 'Canary', percentage: 10, soak, dates: null },
    { label: 'All', percentage: 100, soak: null, dates: null },
  ])
const startedAt = new Date('2026-11-20T09:00:00Z')
const now = new Date('2026-11-20T12:00:00Z')

const run = (differs: Partial<StageRun> = {}): StageRun => ({
  id: 'a-run',
  stageKey: listed(null)[0]?.key ?? '',
  run: 1,
  state: 'running',
  startedAt,
  pausedAt: null,
  pauseReason: null,
  pausedMs: 0,
  results: null,
  waived: [],
  ...differs,
})

const facts = (runs: readonly StageRun[], soak: string | null = '24 hours', share = 10) => {
  const standing: RolloutStanding = rolloutStanding(listed(soak), runs, now)
  return { staged: true, rises: true, before: stageBefore(standing, share) }
}

describe('soak', () => {
  test.each<[string, Parameters<typeof soakCheck>[0], boolean, RegExp]>([
    ['the plan holds to no stages', { ...facts([]), staged: false }, true, /No stages hold/],
    ['the share does not rise', { ...facts([]), rises: false }, true, /does not rise/],
    ['the next stage is the first', facts([], '24 hours', 0), true, /No stage comes before/],
    ['it was not started', facts([]), false, /has not been started/],
    [
      'it was rolled back',
      facts([run({ state: 'rolled_back' })]),
      false,
      /was rolled back and has not run again/,
    ],
    ['it soaks still', facts([run()]), false, /until 21 November 2026, 09:00 UTC/],
    ['it has soaked', facts([run()], '2 hours'), true, /has soaked its 2 hours/],
    ['to the minute', facts([run()], '3 hours'), true, /has soaked/],
    [
      'the pause is not counted',
      facts([run({ pausedMs: 60_000 })], '3 hours'),
      false,
      /09:01|12:01/,
    ],
    ['the plan says no time', facts([run()], 'Forever!'), true, /no soak time is counted/],
    ['the plan says nothing', facts([run()], null), true, /says no soak time/],
    [
      'it was waived',
      facts([run({ waived: [{ what: 'soak', criterion: null }] })]),
      true,
      /was waived/,
    ],
  ])('%s', (_, given, passed, detail) => {
    const seen = soakCheck(given)
    expect(seen).toMatchObject({ check: 'soak', passed })
    expect(seen.detail).toMatch(detail)
    expect(seen.cleared_by === null).toBe(passed)
  })
})

const metric = (name: string, actual: number | null): Metric => ({
  name,
  comparator: '<',
  threshold: 1,
  threshold_to: null,
  unit: '%',
  actual,
  link: null,
})
const results = (
  metrics: readonly Metric[],
  decision: 'proceed' | 'hold' | 'roll_back' = 'proceed',
) => ({ users: 500, metrics, errors: 0, decision })

describe('results', () => {
  test.each<[string, Parameters<typeof resultsCheck>[0], boolean, RegExp]>([
    ['the plan holds to no stages', { ...facts([]), staged: false }, true, /No stages hold/],
    ['it was not started', facts([]), false, /has not been started, so it has no results/],
    ['it has none', facts([run()]), false, /has no results yet/],
    [
      'all are met',
      facts([run({ results: results([metric('Errors', 0.2)]) })]),
      true,
      /each criterion met or waived/,
    ],
    ['nothing was to be met', facts([run({ results: results([]) })]), true, /say to proceed/],
    [
      'one is not met and one inconclusive',
      facts([run({ results: results([metric('Errors', 3), metric('Calls', null)]) })]),
      false,
      /Errors is not met and Calls is inconclusive/,
    ],
    [
      'what is not met was waived',
      facts([
        run({
          results: results([metric('Error  Rate', 3)]),
          waived: [{ what: 'criterion', criterion: 'error rate' }],
        }),
      ]),
      true,
      /met or waived/,
    ],
    [
      'another was waived',
      facts([
        run({
          results: results([metric('Errors', 3)]),
          waived: [{ what: 'criterion', criterion: 'calls' }],
        }),
      ]),
      false,
      /Errors is not met/,
    ],
    [
      'they say to hold',
      facts([run({ results: results([metric('Errors', 0)], 'hold') })]),
      false,
      /say to hold/,
    ],
    [
      'they say to roll back',
      facts([run({ results: results([], 'roll_back') })]),
      false,
      /say to roll back/,
    ],
  ])('%s', (_, given, passed, detail) => {
    const seen = resultsCheck(given)
    expect(seen).toMatchObject({ check: 'results', passed })
    expect(seen.detail).toMatch(detail)
    expect(seen.cleared_by === null).toBe(passed)
  })
})

describe('staging first', () => {
  const share = (percentageOfActors: number): ToggleState => ({ ...OFF, percentageOfActors })
  const on: ToggleState = { ...OFF, boolean: true }
  const ask = (
    staging: ToggleState | null,
    before: ToggleState,
    after: ToggleState,
    offIsDangerous = false,
  ) =>
    stagingFirstCheck({
      toggle: 'claim_letters',
      before,
      after,
      offIsDangerous,
      staging: staging && { name: 'Staging', state: staging },
    })

  test.each<[string, ReturnType<typeof ask>, boolean]>([
    ['there is no staging', ask(null, OFF, on), true],
    ['staging is off', ask(OFF, OFF, share(10)), false],
    ['staging is narrower', ask(share(5), OFF, share(10)), false],
    ['staging is as wide', ask(share(10), OFF, share(10)), true],
    ['staging is on', ask(on, share(10), share(50)), true],
    ['staging is on for everybody and so shall it be here', ask(on, share(50), on), true],
    ['named actors come in, staging is off', ask(OFF, OFF, { ...OFF, actors: ['x'] }), false],
    [
      'named actors come in, staging has its own',
      ask({ ...OFF, actors: ['y'] }, OFF, { ...OFF, actors: ['x'] }),
      true,
    ],
    ['off is the wide side and staging is on', ask(on, on, OFF, true), false],
    ['off is the wide side and staging is off', ask(OFF, on, OFF, true), true],
  ])('%s', (_, seen, passed) => {
    expect(seen.check).toBe('staging_first')
    expect(seen.passed).toBe(passed)
    expect(seen.cleared_by === null).toBe(passed)
  })
})
