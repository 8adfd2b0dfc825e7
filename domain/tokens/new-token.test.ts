import { describe, expect, test } from 'vitest'
import type { PersonActor, Role } from '../actor.ts'
import { LIMITED } from '../permission-table.ts'
import { judgeNewToken, type NewTokenInput } from './new-token.ts'

const now = new Date('2026-11-23T09:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

function person(role: Role, rest: Partial<PersonActor> = {}): PersonActor {
  return {
    kind: 'person',
    id: '0f0e2a52-0000-4000-8000-000000000001',
    name: 'Tomás Ibarra',
    memberships: [{ teamId: 'benefits-portal', role, discipline: null }],
    authenticatedAt: minutesAgo(1),
    tokenId: null,
    origin: { requestId: 'r', via: 'page', address: null, idempotency: null },
    ...rest,
  }
}

const own: NewTokenInput = { kind: 'person', name: 'laptop' }
const service: NewTokenInput = { kind: 'service', name: 'deploys', scopes: ['flip'] }
const flags: NewTokenInput = { kind: 'flags', name: 'claims portal', environment: 'production' }

function errorsOf(actor: PersonActor, input: NewTokenInput): string[] {
  const judged = judgeNewToken(actor, input, now)
  if ('terms' in judged) return []
  const { refusal } = judged
  return refusal.code === 'invalid' ? refusal.errors.map(({ path }) => path) : [refusal.code]
}

describe('a token of one’s own', () => {
  test('is made under a fresh sign-in, and is limited unless it is asked for otherwise', () => {
    expect(judgeNewToken(person('tech_lead'), own, now)).toMatchObject({
      terms: { kind: 'person', scopes: [LIMITED], lastsHours: 2160 },
    })
  })

  test('that may sign and widen ends within a day', () => {
    const acting = { ...own, may_sign_and_widen: true }
    expect(judgeNewToken(person('tech_lead'), acting, now)).toMatchObject({
      terms: { scopes: [], lastsHours: 24 },
    })
    expect(errorsOf(person('tech_lead'), { ...acting, lasts_hours: 25 })).toEqual(['lasts_hours'])
  })

  test('is not made through a token, by whoever has no role, or long after signing in', () => {
    const byToken = person('tech_lead', { tokenId: 't', authenticatedAt: null })
    expect(errorsOf(byToken, own)).toEqual(['not_permitted'])
    expect(errorsOf(person('tech_lead', { memberships: [] }), own)).toEqual(['not_permitted'])
    const stale = person('tech_lead', { authenticatedAt: minutesAgo(16) })
    expect(errorsOf(stale, own)).toEqual(['fresh_sign_in_needed'])
  })
})

describe('a token of a service account or an application', () => {
  test('is made by whoever manages tokens', () => {
    expect(errorsOf(person('administrator'), service)).toEqual([])
    expect(errorsOf(person('administrator'), flags)).toEqual([])
    expect(errorsOf(person('tech_lead'), service)).toEqual(['forbidden'])
    expect(errorsOf(person('auditor'), flags)).toEqual(['forbidden'])
  })

  test.each([
    ['a flags token without its environment', { ...flags, environment: null }, 'environment'],
    [
      'a service account with an environment',
      { ...service, environment: 'staging' },
      'environment',
    ],
    ['a service account that may do nothing', { ...service, scopes: [] }, 'scopes'],
    ['a flags token with scopes', { ...flags, scopes: ['flip'] as const }, 'scopes'],
    [
      'a service account that signs',
      { ...service, may_sign_and_widen: true },
      'may_sign_and_widen',
    ],
    ['one for longer than a year', { ...service, lasts_hours: 8761 }, 'lasts_hours'],
  ])('%s is refused by its field', (_, input, path) => {
    expect(errorsOf(person('administrator'), input as NewTokenInput)).toEqual([path])
  })
})
