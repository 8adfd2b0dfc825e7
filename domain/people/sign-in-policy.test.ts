import { expect, test } from 'vitest'
import { DEFAULT_SIGN_IN_POLICY, hasRunOut, signInPolicyInput } from './sign-in-policy.ts'

const now = new Date('2027-03-01T12:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const session = (began: number, seen: number, ends = -600) => ({
  createdAt: ago(began),
  lastSeenAt: ago(seen),
  expiresAt: ago(ends),
})

test.each([
  ['a person, seen 29 minutes ago', session(60, 29), false, false],
  ['a person, seen 30 minutes ago', session(60, 30), false, true],
  ['an administrator, seen 14 minutes ago', session(60, 14), true, false],
  ['an administrator, seen 15 minutes ago', session(60, 15), true, true],
  ['a session of twelve hours', session(720, 1), false, true],
  ['a session that was to end now', session(60, 1, 0), false, true],
])('%s', (_what, row, administers, over) => {
  expect(hasRunOut(row, DEFAULT_SIGN_IN_POLICY, administers, now)).toBe(over)
})

test('a longer time for administrators than for everybody means nothing', () => {
  const policy = { ...DEFAULT_SIGN_IN_POLICY, idle_minutes: 10, administrator_idle_minutes: 60 }
  expect(hasRunOut(session(60, 12), policy, true, now)).toBe(true)
})

test('limits have limits, and an empty claim is none', () => {
  expect(signInPolicyInput.safeParse({ ...DEFAULT_SIGN_IN_POLICY, idle_minutes: 4 }).success).toBe(
    false,
  )
  expect(
    signInPolicyInput.safeParse({ ...DEFAULT_SIGN_IN_POLICY, absolute_hours: 25 }).success,
  ).toBe(false)
  expect(
    signInPolicyInput.parse({ ...DEFAULT_SIGN_IN_POLICY, groups_claim: ' ' }).groups_claim,
  ).toBeNull()
})
