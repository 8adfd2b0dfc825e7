import { describe, expect, test } from 'vitest'
import type { PersonActor } from '../actor.ts'
import type { Discipline } from './disciplines.ts'
import { defaultPolicy } from './policy.ts'
import type { RosterRow } from './roster.ts'
import { judgeSignOff } from './sign-off.ts'
import type { SignOffInput } from './sign-off-input.ts'
import {
  alma,
  ben,
  fern,
  grace,
  members,
  person,
  priya,
  TEAM,
  tomas,
  victor,
} from './testing/people.ts'
import { row, signOff } from './testing/sign-offs.ts'

const waiting = defaultPolicy.required.map((discipline) =>
  row(discipline, { status: 'waiting', sign_off: null }),
)
const go: SignOffInput = { verdict: 'go' }

function judge(
  actor: PersonActor,
  discipline: Discipline,
  input: SignOffInput = go,
  roster: readonly RosterRow[] = waiting,
) {
  return judgeSignOff({
    actor,
    teamId: TEAM,
    discipline,
    input,
    people: { members, contacts: ['Rosalind Achebe', 'Ben Castellano'] },
    roster,
    policy: defaultPolicy,
  })
}

function spoken(discipline: Discipline, given_by: { id: string | null; name: string }) {
  return waiting.map((one) =>
    one.discipline === discipline
      ? row(discipline, { sign_off: signOff(discipline, { given_by }) })
      : one,
  )
}

describe('who signs', () => {
  test.each([
    ['the program manager for product', priya, 'product'],
    ['a discipline lead for their own', ben, 'backend'],
    ['the government lead in person', grace, 'government_lead'],
  ] as const)('%s', (_, actor, discipline) => {
    expect(judge(actor, discipline)).toEqual({
      accepted: { manner: 'signed', givenBy: { id: actor.id, name: actor.name } },
    })
  })

  test.each([
    ['a discipline lead for another discipline', ben, 'frontend'],
    ['a tech lead for the backend', tomas, 'backend'],
    ['a viewer for anything', victor, 'product'],
    ['an administrator for the government lead', alma, 'government_lead'],
    ['the program manager for the government lead', priya, 'government_lead'],
    ['the program manager for the backend, naming nobody', priya, 'backend'],
    ['the government lead for product', grace, 'product'],
  ] as const)('never %s', (_, actor, discipline) => {
    expect(judge(actor, discipline)).toMatchObject({ refusal: { code: 'not_permitted' } })
  })

  test('nobody signs in a team that is not theirs', () => {
    const elsewhere: PersonActor = {
      ...ben,
      memberships: [{ teamId: 'other', role: 'discipline_lead', discipline: 'backend' }],
    }
    expect(judge(elsewhere, 'backend')).toMatchObject({
      refusal: { code: 'not_permitted' },
    })
  })

  test('one who names themself signs', () => {
    const input = { verdict: 'go' as const, given_by: ' ben  CASTELLANO ' }
    expect(judge(ben, 'backend', input)).toEqual({
      accepted: { manner: 'signed', givenBy: { id: 'ben', name: 'Ben Castellano' } },
    })
    expect(judge(priya, 'backend', { verdict: 'go', given_by: 'Priya Raman' })).toMatchObject({
      refusal: { code: 'not_permitted' },
    })
  })
})

describe('who records', () => {
  test('the program manager, for a member of the team', () => {
    expect(judge(priya, 'frontend', { verdict: 'go', given_by: 'fern lindqvist' })).toEqual({
      accepted: { manner: 'recorded', givenBy: { id: 'fern', name: 'Fern Lindqvist' } },
    })
  })

  test('the program manager, for a contact of the plan, known by name alone', () => {
    expect(judge(priya, 'design', { verdict: 'go', given_by: 'Rosalind  Achebe' })).toEqual({
      accepted: { manner: 'recorded', givenBy: { id: null, name: 'Rosalind Achebe' } },
    })
  })

  test('accents may be left out', () => {
    expect(judge(priya, 'qa', { verdict: 'go', given_by: 'Tomas Ibarra' })).toMatchObject({
      accepted: { givenBy: { id: 'tomas', name: 'Tomás Ibarra' } },
    })
  })

  test('not for somebody whom nobody knows', () => {
    expect(judge(priya, 'design', { verdict: 'go', given_by: 'Somebody' })).toMatchObject({
      refusal: { code: 'invalid', errors: [{ path: 'given_by' }] },
    })
  })

  test('nobody records for the government lead, not even in their name', () => {
    for (const given_by of ['Grace Okafor', 'Rosalind Achebe']) {
      expect(judge(priya, 'government_lead', { verdict: 'go', given_by })).toEqual({
        refusal: {
          code: 'not_permitted',
          detail: 'The government lead signs in person: nobody records it for them.',
        },
      })
    }
  })

  test.each([
    ['a discipline lead', fern],
    ['a tech lead', tomas],
    ['a viewer', victor],
    ['an administrator', alma],
    ['the government lead', grace],
  ])('not %s', (_, actor) => {
    expect(judge(actor, 'backend', { verdict: 'go', given_by: 'Ben Castellano' })).toEqual({
      refusal: { code: 'forbidden', action: 'sign_off.record' },
    })
  })
})

describe('a no-go', () => {
  test('needs its reason', () => {
    expect(judge(ben, 'backend', { verdict: 'no_go' })).toEqual({
      refusal: {
        code: 'invalid',
        errors: [{ path: 'note', message: 'A no-go needs its reason.' }],
      },
    })
  })

  test('is taken with its reason', () => {
    const input = { verdict: 'no_go' as const, note: 'The queue drops messages under load.' }
    expect(judge(ben, 'backend', input)).toMatchObject({ accepted: { manner: 'signed' } })
  })
})

describe('the government lead is never another required discipline', () => {
  const both = person('grace', 'Grace Okafor', 'government_lead')
  const twoHats: PersonActor = {
    ...both,
    memberships: [
      ...both.memberships,
      { teamId: TEAM, role: 'discipline_lead', discipline: 'design' },
    ],
  }

  test('whoever signed as government lead signs for nothing else', () => {
    const roster = spoken('government_lead', { id: 'grace', name: 'Grace Okafor' })
    expect(judge(twoHats, 'design', go, roster)).toEqual({
      refusal: {
        code: 'not_permitted',
        detail:
          'Grace Okafor speaks for government lead in this roll call, and the government lead is never the same person as another required discipline.',
      },
    })
  })

  test('whoever spoke for another discipline does not sign as government lead', () => {
    const roster = spoken('design', { id: null, name: 'grace okafor' })
    expect(judge(twoHats, 'government_lead', go, roster)).toMatchObject({
      refusal: { code: 'not_permitted' },
    })
  })

  test('it is not recorded for another discipline in their name', () => {
    const roster = spoken('government_lead', { id: 'grace', name: 'Grace Okafor' })
    const input = { verdict: 'go' as const, given_by: 'Grace Okafor' }
    expect(judge(priya, 'qa', input, roster)).toMatchObject({ refusal: { code: 'not_permitted' } })
  })

  test('a discipline that is only invited may be theirs', () => {
    const content = row('content', { required: false, status: 'waiting', sign_off: null })
    const roster = [...spoken('government_lead', { id: 'grace', name: 'Grace Okafor' }), content]
    const input = { verdict: 'go' as const, given_by: 'Grace Okafor' }
    expect(judge(priya, 'content', input, roster)).toMatchObject({
      accepted: { manner: 'recorded' },
    })
  })

  test('once another person speaks for the discipline, the way is free', () => {
    const roster = spoken('design', { id: 'dalia', name: 'Dalia Haddad' })
    expect(judge(twoHats, 'government_lead', go, roster)).toMatchObject({
      accepted: { manner: 'signed' },
    })
  })
})
