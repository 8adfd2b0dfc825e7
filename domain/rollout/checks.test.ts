import { expect, test } from 'vitest'
import { OFF } from '../toggle/state.ts'
import { BINDS_BY_DEFAULT } from './check-binding.ts'
import { barredFromOverride, checksFor, type FlipFacts, type PlanFacts } from './checks.ts'
import { holdingChecks } from './holding-checks.ts'

const plan: PlanFacts = {
  slug: 'claim-letters',
  title: 'Claim letters',
  primaryContacts: 1,
  backupContacts: 1,
  rollbackWritten: true,
  stagedRollout: { required: true, percentages: [10, 50, 100] },
  decision: { rollCall: 1, decision: 'launch', notCurrent: [], signOffIds: [] },
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
        decision: { rollCall: 2, decision: 'pause', notCurrent: [], signOffIds: [] },
      },
    },
    ['launch_decision'],
  ],
  [
    'a sign-off went stale',
    {
      plan: {
        ...plan,
        decision: { rollCall: 1, decision: 'launch', notCurrent: ['qa'], signOffIds: [] },
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
