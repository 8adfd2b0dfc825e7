import { expect, test } from 'vitest'
import type { LaunchScope } from '../roll-call/launch-scope.ts'
import { OFF } from '../toggle/state.ts'
import { BINDS_BY_DEFAULT } from './check-binding.ts'
import { barredFromOverride, checksFor, type FlipFacts, type PlanFacts } from './checks.ts'
import { holdingChecks } from './holding-checks.ts'

const launched: NonNullable<PlanFacts['decision']> = {
  rollCall: 1,
  decision: 'launch',
  scope: null,
  lapsed: [],
  signOffIds: [],
  at: new Date('2026-12-01T09:00:00Z'),
}

const plan: PlanFacts = {
  slug: 'claim-letters',
  title: 'Claim letters',
  primaryContacts: 1,
  backupContacts: 1,
  rollbackWritten: true,
  stagedRollout: { required: true, percentages: [10, 50, 100] },
  decision: launched,
}

const holidays = {
  reason: 'Holidays',
  until: '2026-12-27T00:00:00.000Z',
  overrideAllowed: true,
  comesAgain: null,
}

const facts = (differs: Partial<FlipFacts> = {}): FlipFacts => ({
  toggle: 'claim_letters',
  environment: 'production',
  before: OFF,
  after: { ...OFF, percentageOfActors: 10 },
  plan,
  freeze: null,
  lineStop: null,
  incidents: [],
  holds: [],
  prerequisites: [],
  binding: {},
  ...differs,
})

const failing = (differs: Partial<FlipFacts>) =>
  checksFor(facts(differs))
    .filter(({ passed }) => !passed)
    .map(({ check }) => check)

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
  ['a freeze stands', { freeze: holidays }, ['freeze']],
  [
    'the line is stopped',
    {
      lineStop: { reason: 'Nobody can sign in', by: 'Priya Raman', since: '2026-11-22T09:00:00Z' },
    },
    ['stop_the_line'],
  ],
  [
    'an incident is open',
    { incidents: [{ title: 'Letters are blank', link: null }] },
    ['incident'],
  ],
  [
    'what it needs on is off',
    { prerequisites: [{ toggle: 'address_form', wanted: 'on', state: OFF }] },
    ['prerequisites'],
  ],
  [
    'what it needs on is on for some',
    {
      prerequisites: [
        { toggle: 'address_form', wanted: 'on', state: { ...OFF, percentageOfActors: 100 } },
      ],
    },
    ['prerequisites'],
  ],
  [
    'what it needs off is open to some',
    {
      prerequisites: [
        { toggle: 'old_letters', wanted: 'off', state: { ...OFF, percentageOfActors: 5 } },
      ],
    },
    ['prerequisites'],
  ],
  [
    'what it needs is in no registry',
    { prerequisites: [{ toggle: 'address_form', wanted: 'on', state: null }] },
    ['prerequisites'],
  ],
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

test('a freeze and a stopped line bind whatever was chosen', () => {
  const checks = checksFor(
    facts({ freeze: holidays, binding: { freeze: false, stop_the_line: false } }),
  )
  expect(holdingChecks(checks).map(({ check }) => check)).toEqual(['freeze'])
  expect(checks.find(({ check }) => check === 'stop_the_line')?.binds).toBe(true)
})

test('a prerequisite that is met passes', () => {
  const met = [
    { toggle: 'address_form', wanted: 'on', state: { ...OFF, boolean: true } },
    { toggle: 'old_letters', wanted: 'off', state: OFF },
  ] as const
  expect(failing({ prerequisites: met })).toEqual([])
})

test('an override passes over anything but a stopped line and a freeze that says no', () => {
  const barred = (differs: Partial<FlipFacts>) => barredFromOverride(facts(differs))
  const stop = { reason: 'Nobody can sign in', by: 'Priya Raman', since: '2026-11-22T09:00:00Z' }
  expect(barred({ plan: null, freeze: holidays })).toEqual([])
  expect(barred({ freeze: { ...holidays, overrideAllowed: false } })).toEqual(['freeze'])
  expect(barred({ lineStop: stop })).toEqual(['stop_the_line'])
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
