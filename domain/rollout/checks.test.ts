import { describe, expect, test } from 'vitest'
import type { LaunchScope } from '../roll-call/launch-scope.ts'
import { OFF } from '../toggle/state.ts'
import { BINDS_BY_DEFAULT } from './check-binding.ts'
import { checksFor, type FlipFacts } from './checks.ts'
import { holdingChecks } from './holding-checks.ts'
import { rolloutStanding } from './rollout-standing.ts'
import { keyedStages } from './stage-key.ts'
import { facts, failing, launched, plan } from './testing/flip-facts.ts'

test('a flip to the next stage of a launched plan passes every check', () => {
  expect(failing({})).toEqual([])
  expect(holdingChecks(checksFor(facts()))).toEqual([])
})

test.each<[string, Partial<FlipFacts>, readonly string[]]>([
  ['no plan names it', { plan: null }, ['plan', 'launch_decision']],
  ['nothing was decided', { plan: { ...plan, decision: null } }, ['launch_decision']],
  [
    'the decision was to pause',
    {
      plan: {
        ...plan,
        decision: { ...launched, rollCall: 2, decision: 'pause' },
      },
    },
    ['launch_decision'],
  ],
  [
    'a sign-off went stale',
    {
      plan: {
        ...plan,
        decision: {
          ...launched,
          lapsed: [{ discipline: 'qa', because: 'edited', detail: 'QA.', roll_call: 1, at: null }],
        },
      },
    },
    ['sign_offs_current'],
  ],
  ['nobody is named to call', { plan: { ...plan, primaryContacts: 0 } }, ['contacts']],
  ['the second in line is not named', { plan: { ...plan, backupContacts: 0 } }, ['contacts']],
  ['the way back is not written', { plan: { ...plan, rollbackWritten: false } }, ['rollback']],
  [
    'neither answer nor stages',
    { plan: { ...plan, stagedRollout: { required: null, percentages: [] } } },
    ['plan_answered'],
  ],
  [
    'it would go past the next stage',
    { after: { ...OFF, percentageOfActors: 50 } },
    ['staged_rollout'],
  ],
  ['it would go all the way on', { after: { ...OFF, boolean: true } }, ['staged_rollout']],
])('%s', (_, differs, checks) => {
  expect(failing(differs)).toEqual(checks)
  for (const { passed, cleared_by } of checksFor(facts(differs))) {
    expect(cleared_by === null).toBe(passed)
  }
})

test('a check that does not bind is asked all the same and holds nothing', () => {
  const checks = checksFor(
    facts({ plan: { ...plan, rollbackWritten: false }, binding: { rollback: false } }),
  )
  expect(checks.find(({ check }) => check === 'rollback')).toMatchObject({
    passed: false,
    binds: false,
  })
  expect(holdingChecks(checks)).toEqual([])
})

test('without a choice each check binds as by default', () => {
  for (const { check, binds } of checksFor(facts())) {
    expect({ check, binds }).toEqual({
      check,
      binds: Object.entries(BINDS_BY_DEFAULT).find(([name]) => name === check)?.[1],
    })
  }
})

const within = (scope: LaunchScope, differs: Partial<FlipFacts> = {}) =>
  checksFor(facts({ plan: { ...plan, decision: { ...launched, scope } }, ...differs })).find(
    ({ check }) => check === 'launch_decision',
  )
const upTo25: LaunchScope = {
  environment: 'production',
  up_to: { percentage: 25 },
  until: '2026-12-24T12:00:00.000Z',
}
const allowed =
  'Roll call 1 decided to launch production up to 25 %, until 24 December 2026, 12:00 UTC'

test.each<[string, LaunchScope, Partial<FlipFacts>, boolean, string]>([
  ['up to its share', upTo25, { after: { ...OFF, percentageOfActors: 25 } }, true, `${allowed}.`],
  [
    'not past its share',
    upTo25,
    { after: { ...OFF, percentageOfActors: 50 } },
    false,
    `${allowed}; 50 % goes past it.`,
  ],
  [
    'not all the way on',
    upTo25,
    { after: { ...OFF, boolean: true } },
    false,
    `${allowed}; 100 % goes past it.`,
  ],
  ['for a named actor', upTo25, { after: { ...OFF, actors: ['User;1'] } }, true, `${allowed}.`],
  [
    'not for a group of unknown size',
    upTo25,
    { after: { ...OFF, groups: ['employees'] } },
    false,
    `${allowed}; nobody can say which share the group employees is.`,
  ],
  [
    'not in another environment',
    { ...upTo25, environment: 'staging' },
    {},
    false,
    'Roll call 1 decided to launch staging up to 25 %, until 24 December 2026, 12:00 UTC, and not production.',
  ],
  [
    'not after its end',
    { ...upTo25, until: '2026-12-01T09:00:00.000Z' },
    {},
    false,
    'The launch of roll call 1 ended on 1 December 2026, 09:00 UTC.',
  ],
  [
    'all the way on, where it says so',
    { environment: 'production', up_to: 'full', until: null },
    { after: { ...OFF, boolean: true } },
    true,
    'Roll call 1 decided to launch production all the way on.',
  ],
])('a launch allows what it says: %s', (_, scope, differs, passed, detail) => {
  expect(within(scope, differs)).toMatchObject({ passed, detail })
})

test('a sign-off that is objected to says who and why', () => {
  const detail = 'Backend says no-go in roll call 1 (Ben Castellano): The queue drops messages.'
  const objected = { discipline: 'backend', because: 'objected', roll_call: 1, at: null } as const
  const decision = { ...launched, lapsed: [{ ...objected, detail }] }
  expect(checksFor(facts({ plan: { ...plan, decision } }))).toContainEqual(
    expect.objectContaining({
      check: 'sign_offs_current',
      passed: false,
      detail,
      cleared_by: 'Backend, by signing again in a new roll call',
    }),
  )
})

describe('whom nobody can count as a share of people', () => {
  const stages = keyedStages([
    { label: 'Internal users', percentage: null, soak: null, dates: null },
  ])
  const begun = { id: 'one', stageKey: stages[0]?.key ?? '', run: 1, startedAt: new Date(0) }
  const still = { pausedAt: null, pauseReason: null, pausedMs: 0, results: null, waived: [] }
  const internal = rolloutStanding(stages, [{ ...begun, ...still, state: 'running' }], new Date(1))
  const staff = { ...OFF, groups: ['staff'] }
  const unstaged = { ...plan, stagedRollout: { required: false, percentages: [] } }

  test.each<[string, Partial<FlipFacts>, readonly string[]]>([
    ['is held where no stage was started for them', { after: staff }, ['staged_rollout']],
    ['goes with a stage without a percentage that runs', { after: staff, rollout: internal }, []],
    [
      'goes no further with it than the next percentage besides',
      { after: { ...staff, percentageOfActors: 50 }, rollout: internal },
      ['staged_rollout'],
    ],
    ['is not held where the plan declined stages', { after: staff, plan: unstaged }, []],
  ])('%s', (_, differs, checks) => {
    expect(failing({ binding: {}, ...differs })).toEqual(checks)
  })

  test('is said with who can clear it', () => {
    const found = checksFor(facts({ after: staff })).find((one) => one.check === 'staged_rollout')
    expect(found).toMatchObject({
      detail:
        'Nobody can count the group “staff” as a share of people, so no percentage of the plan covers it.',
      cleared_by: expect.stringContaining('starting a stage of the plan without a percentage'),
    })
  })
})
