import { expect, test } from 'vitest'
import { OFF } from '../toggle/state.ts'
import { barredFromOverride, checksFor, type FlipFacts } from './checks.ts'
import { holdingChecks } from './holding-checks.ts'
import { facts, failing, holidays } from './testing/flip-facts.ts'

test.each<[string, Partial<FlipFacts>, readonly string[]]>([
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
