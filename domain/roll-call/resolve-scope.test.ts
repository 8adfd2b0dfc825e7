import { expect, test } from 'vitest'
import { type LaunchScopeInput, launchScopeInput } from './launch-scope.ts'
import { resolveScope, type ScopeGround } from './resolve-scope.ts'

const ground: ScopeGround = {
  decision: 'launch',
  stages: [
    { label: 'Stage A: Canary', percentage: 5 },
    { label: 'Stage B: Everybody', percentage: 100 },
    { label: 'Test users', percentage: null },
  ],
  environments: ['staging', 'production'],
  now: new Date('2026-11-22T12:00:00Z'),
}

const resolve = (input: unknown, about: Partial<ScopeGround> = {}) => {
  const asked: LaunchScopeInput = launchScopeInput.parse(input)
  return resolveScope(asked, { ...ground, ...about })
}

test.each<[unknown, object]>([
  [{}, { environment: 'production', up_to: 'full', until: null }],
  [{ up_to: { percentage: 5 } }, { up_to: { percentage: 5 } }],
  [{ up_to: { stage: ' stage a:  CANARY' } }, { up_to: { percentage: 5 } }],
  [{ environment: 'staging' }, { environment: 'staging' }],
  [{ until: '2026-11-23T09:00:00+02:00' }, { until: '2026-11-23T07:00:00.000Z' }],
])('%j is understood', (input, scope) => {
  expect(resolve(input)).toMatchObject({ scope })
})

test.each<[unknown, Partial<ScopeGround>, string]>([
  [{}, { decision: 'pause' }, 'scope'],
  [{ environment: 'moon' }, {}, 'scope.environment'],
  [{ up_to: { percentage: 7 } }, {}, 'scope.up_to.percentage'],
  [{ up_to: { stage: 'Stage Z' } }, {}, 'scope.up_to.stage'],
  [{ up_to: { stage: 'Test users' } }, {}, 'scope.up_to.stage'],
  [{ until: '2026-11-22T12:00:00Z' }, {}, 'scope.until'],
])('%j is refused', (input, about, path) => {
  expect(resolve(input, about)).toMatchObject({
    refusal: { code: 'invalid', errors: [{ path }] },
  })
})

test('a plan without stages takes any share', () => {
  expect(resolve({ up_to: { percentage: 7 } }, { stages: [] })).toMatchObject({
    scope: { up_to: { percentage: 7 } },
  })
})

test.each([
  { up_to: { percentage: 0 } },
  { up_to: { percentage: 101 } },
  { up_to: 'most' },
  { up_to: { percentage: 5, stage: 'Stage A' } },
  { until: 'tomorrow' },
  { for: 'everybody' },
])('%j is not understood', (input) => {
  expect(launchScopeInput.safeParse(input).success).toBe(false)
})
