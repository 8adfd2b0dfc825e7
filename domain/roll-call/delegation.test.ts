import { describe, expect, test } from 'vitest'
import type { Membership, PersonActor } from '../actor.ts'
import { may } from '../permissions.ts'
import { type DelegationAsked, refuseDelegation } from './delegation.ts'
import { defaultPolicy } from './policy.ts'
import { delegationFor, speaksFor } from './speaks-for.ts'

const TEAM = 'benefits-portal'
const member = (
  role: Membership['role'],
  discipline: Membership['discipline'] = null,
  teamId = TEAM,
): Membership => ({ teamId, role, discipline })

const asked: DelegationAsked = {
  teamId: TEAM,
  discipline: 'backend',
  from: { id: 'ben', memberships: [member('discipline_lead', 'backend')] },
  to: { id: 'fern', name: 'Fern Lindqvist', memberships: [member('discipline_lead', 'frontend')] },
  startsAt: new Date('2027-03-01T09:00:00Z'),
  endsAt: new Date('2027-03-08T09:00:00Z'),
  now: new Date('2027-03-01T09:00:00Z'),
  others: [],
  policy: defaultPolicy,
}
const grace = { id: 'grace', memberships: [member('government_lead')] }
const other = (role: Membership['role'], team = TEAM) => ({
  id: 'other',
  name: 'Victor Nyman',
  memberships: [member(role, null, team), member('viewer')],
})

describe('a delegation', () => {
  test('is made to a member of the team, for a time', () => {
    expect(refuseDelegation(asked)).toBeNull()
    expect(refuseDelegation({ ...asked, to: other('viewer') })).toBeNull()
  })

  test.each<[string, Partial<DelegationAsked>, string]>([
    ['of what is another’s', { discipline: 'qa' }, 'You do not speak for QA'],
    ['to nobody', { to: null }, 'Name a member'],
    [
      'to somebody of another team',
      { to: { id: 'x', name: 'X', memberships: [member('tech_lead', null, 'claims')] } },
      'Name a member',
    ],
    [
      'to oneself',
      { to: { id: 'ben', name: 'Ben Castellano', memberships: [member('viewer')] } },
      'somebody else',
    ],
    [
      'to an auditor',
      { to: { id: 'x', name: 'X', memberships: [member('auditor')] } },
      'An auditor signs nothing',
    ],
    [
      'to who speaks for it anyway',
      { to: { id: 'x', name: 'X', memberships: [member('discipline_lead', 'backend')] } },
      'already',
    ],
    ['that ends before it starts', { endsAt: new Date('2027-03-01T08:00:00Z') }, 'after starts_at'],
    ['of the past', { now: new Date('2027-04-01T09:00:00Z') }, 'passed already'],
    ['without end', { endsAt: new Date('2027-12-01T09:00:00Z') }, '90 days'],
    [
      'beside another of the same time',
      { others: [{ startsAt: asked.startsAt, endsAt: asked.endsAt }] },
      'End that one first',
    ],
    [
      'of the government lead to who is none',
      { discipline: 'government_lead', from: grace, to: other('tech_lead') },
      'only to another government lead',
    ],
  ])('%s is refused', (_what, change, words) => {
    expect(JSON.stringify(refuseDelegation({ ...asked, ...change }))).toContain(words)
  })

  test('of the government lead goes to a government lead of another team', () => {
    const to = other('government_lead', 'claims')
    expect(
      refuseDelegation({ ...asked, discipline: 'government_lead', from: grace, to }),
    ).toBeNull()
  })
})

describe('who holds one', () => {
  const held = {
    id: '1',
    teamId: TEAM,
    discipline: 'backend',
    from: {
      id: 'ben',
      name: 'Ben Castellano',
      memberships: [member('discipline_lead', 'backend')],
    },
    until: '2027-03-08T09:00:00.000Z',
  } as const
  const victor: PersonActor = {
    kind: 'person',
    id: 'victor',
    name: 'Victor Nyman',
    memberships: [member('viewer')],
    delegations: [held],
    authenticatedAt: null,
    tokenId: null,
    origin: { requestId: '1', via: 'page', address: null, idempotency: null },
  }

  test('speaks for it in that team and no other, and may sign', () => {
    expect(speaksFor(victor, TEAM)).toEqual(['backend'])
    expect(speaksFor(victor, 'claims')).toEqual([])
    expect(may(victor, 'sign_off.sign', TEAM)).toBe(true)
    expect(may(victor, 'sign_off.sign', 'claims')).toBe(false)
    expect(may(victor, 'decision.make', TEAM)).toBe(false)
    expect(delegationFor(victor, TEAM, 'backend')).toBe(held)
  })

  test('speaks for their own by right, not by delegation', () => {
    const ben = { ...victor, memberships: [member('discipline_lead', 'backend')] }
    expect(speaksFor(ben, TEAM)).toEqual(['backend'])
    expect(delegationFor(ben, TEAM, 'backend')).toBeNull()
  })

  test('no longer does once who gave it has it no more to give', () => {
    const from = { ...held.from, memberships: [member('viewer')] }
    expect(speaksFor({ ...victor, delegations: [{ ...held, from }] }, TEAM)).toEqual([])
  })

  test('cannot hand it on', () => {
    const from = { id: victor.id, memberships: victor.memberships }
    expect(refuseDelegation({ ...asked, from })).toMatchObject({ code: 'not_permitted' })
  })
})
