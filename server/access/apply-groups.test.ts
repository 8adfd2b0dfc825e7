import { describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { grantRole } from '../teams/grant-role.ts'
import { takeRole } from '../teams/take-role.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { addGroupRule, findGroupRules, removeGroupRule } from './group-rules.ts'
import { findSignInPolicy, setSignInPolicy } from './sign-in-policy.ts'
import { welcomePerson } from './welcome-person.ts'

givenCast()

const team = 'benefits-portal'
const refused = (code: string) => ({ refusal: { code } })
const policy = {
  idle_minutes: 20,
  administrator_idle_minutes: 10,
  absolute_hours: 8,
  groups_claim: 'groups',
}

async function signsIn(person: ReturnType<typeof cast.tomas>, groups: readonly string[]) {
  const { name } = person
  const known = await db().person.findUniqueOrThrow({ where: { id: person.id } })
  const claims = { sub: 'x', name, groups }
  await welcomePerson({ id: person.id, name, email: known.email, claims }, null)
}

const rolesOf = async (person: string) =>
  (
    await db().membership.findMany({
      where: { personId: person, revoked: false },
      select: { role: true, source: true },
      orderBy: { role: 'asc' },
    })
  ).map(({ role, source }) => `${role} by ${source}`)

const typesSince = async (count: number) =>
  (await planEntries()).slice(count).map(({ type }) => type)

describe('groups of the identity provider', () => {
  test('give and take roles at each sign-in, on record, and only what they gave', async () => {
    await setSignInPolicy(cast.alma(), policy)
    const rule = { value: 'leads', team, role: 'tech_lead' as const, discipline: null }
    await addGroupRule(cast.alma(), rule)
    const before = (await planEntries()).length
    await signsIn(cast.ben(), ['leads'])
    expect(await rolesOf(cast.ben().id)).toEqual([
      'discipline_lead by person',
      'tech_lead by group',
    ])
    await signsIn(cast.ben(), ['leads'])
    expect(await typesSince(before)).toEqual(['membership.granted'])
    await signsIn(cast.ben(), [])
    expect(await rolesOf(cast.ben().id)).toEqual(['discipline_lead by person'])
    expect(await typesSince(before)).toEqual(['membership.granted', 'membership.revoked'])
    expect((await planEntries()).slice(before)).toMatchObject([
      { data: { group: 'leads', person: cast.ben().id } },
      { data: { group: '', person: cast.ben().id } },
    ])
  })

  test('change nothing while no claim is set, nor where they cannot be named', async () => {
    await addGroupRule(cast.alma(), { value: 'leads', team, role: 'tech_lead', discipline: null })
    await signsIn(cast.victor(), ['leads'])
    expect(await rolesOf(cast.victor().id)).toEqual(['viewer by person'])
    await setSignInPolicy(cast.alma(), policy)
    await signsIn(cast.victor(), ['leads'])
    const { name } = cast.victor()
    const known = await db().person.findUniqueOrThrow({ where: { id: cast.victor().id } })
    const claims = { sub: 'x', _claim_names: { groups: 'src1' } }
    await welcomePerson({ id: known.id, name, email: known.email, claims }, null)
    expect(await rolesOf(cast.victor().id)).toEqual(['tech_lead by group', 'viewer by person'])
  })

  test('never take the last administrator out, and say so', async () => {
    await setSignInPolicy(cast.alma(), policy)
    await addGroupRule(cast.alma(), { value: 'ops', team, role: 'administrator', discipline: null })
    await signsIn(cast.victor(), ['ops'])
    const [own] = cast.alma().memberships
    const victor = cast.victor({ memberships: own ? [own] : [] })
    const alma = await db().membership.findFirstOrThrow({ where: { personId: cast.alma().id } })
    await takeRole(victor, { team, id: alma.id })
    await signsIn(cast.victor(), [])
    expect(await rolesOf(cast.victor().id)).toContain('administrator by group')
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'membership.kept',
      data: { why: 'last_administrator' },
    })
  })

  test('give nothing that is kept apart from what somebody is', async () => {
    await setSignInPolicy(cast.alma(), policy)
    await addGroupRule(cast.alma(), { value: 'audit', team, role: 'auditor', discipline: null })
    await signsIn(cast.tomas(), ['audit'])
    expect(await rolesOf(cast.tomas().id)).toEqual(['tech_lead by person'])
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'membership.kept',
      data: { why: 'separation', group: 'audit' },
    })
  })

  test('of two sign-ins at the same moment one grants', async () => {
    await setSignInPolicy(cast.alma(), policy)
    await addGroupRule(cast.alma(), { value: 'leads', team, role: 'tech_lead', discipline: null })
    await Promise.all([1, 2, 3].map(() => signsIn(cast.ben(), ['leads'])))
    expect(await rolesOf(cast.ben().id)).toEqual([
      'discipline_lead by person',
      'tech_lead by group',
    ])
  })
})

describe('the rules', () => {
  test('are an administrator’s, freshly signed in, and of a team they administer', async () => {
    const rule = { value: 'leads', team, role: 'tech_lead' as const, discipline: null }
    const { result } = await addGroupRule(cast.alma(), rule)
    await expect(addGroupRule(cast.alma(), rule)).rejects.toMatchObject(refused('invalid'))
    await expect(addGroupRule(cast.tomas(), rule)).rejects.toMatchObject(refused('forbidden'))
    await expect(findGroupRules(cast.tomas())).rejects.toMatchObject(refused('forbidden'))
    const stale = cast.alma({ authenticatedAt: null })
    await expect(addGroupRule(stale, { ...rule, value: 'x' })).rejects.toMatchObject(
      refused('fresh_sign_in_needed'),
    )
    const other = cast.alma({
      memberships: [{ teamId: crypto.randomUUID(), role: 'administrator', discipline: null }],
    })
    await expect(removeGroupRule(other, result.id)).rejects.toMatchObject(refused('forbidden'))
    await removeGroupRule(cast.alma(), result.id)
    expect(await findGroupRules(cast.alma())).toEqual([])
    expect((await removeGroupRule(cast.alma(), result.id)).seqs).toEqual([])
    await addGroupRule(cast.alma(), rule)
  })
})

test('the policy is set once, told, and read; the same again is no change', async () => {
  expect(await findSignInPolicy()).toMatchObject({ idle_minutes: 30, groups_claim: null })
  const both = await Promise.all([
    setSignInPolicy(cast.alma(), policy),
    setSignInPolicy(cast.alma(), policy),
  ])
  expect(both.flatMap(({ seqs }) => seqs)).toHaveLength(1)
  expect(await findSignInPolicy()).toEqual(policy)
  await expect(setSignInPolicy(cast.tomas(), policy)).rejects.toMatchObject(refused('forbidden'))
})

test('name and e-mail are the identity provider’s, told without saying them', async () => {
  const { id } = cast.ben()
  await grantRole(cast.alma(), { team, person: id, role: 'viewer', discipline: null })
  const described = { id, name: 'Benjamin Castellano', email: 'b.c@example.gov', claims: {} }
  await welcomePerson(described, null)
  expect(await db().person.findUnique({ where: { id } })).toMatchObject({
    name: 'Benjamin Castellano',
    email: 'b.c@example.gov',
  })
  const entry = (await planEntries()).at(-1)
  expect(entry).toMatchObject({ type: 'person.updated', data: { person: id } })
  expect(JSON.stringify(entry)).not.toContain('Benjamin')
})
