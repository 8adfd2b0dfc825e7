import { describe, expect, test } from 'vitest'
import { findTokenActor } from '../access/find-token-actor.ts'
import { systemActor } from '../access/system-actor.ts'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { issueToken } from '../tokens/issue-token.ts'
import { addTeam } from './add-team.ts'
import { findTeams } from './find-teams.ts'
import { grantRole } from './grant-role.ts'
import { takeRole } from './take-role.ts'

givenCast()

const team = 'benefits-portal'
const viewer = (person: string) => ({ team, person, role: 'viewer' as const, discipline: null })
const administrator = (person: string) => ({ ...viewer(person), role: 'administrator' as const })
const refused = (code: string) => ({ refusal: { code } })

const roleOf = async (person: string) =>
  (await db().membership.findFirstOrThrow({ where: { personId: person, revoked: false } })).id

describe('granting a role', () => {
  test('is done, told and used at the next request', async () => {
    const token = await issueToken(systemActor(), {
      name: 'laptop',
      kind: 'person',
      personId: cast.ben().id,
      environment: null,
      scopes: [],
      expiresAt: new Date(Date.now() + 86_400_000),
    })
    const wanted = { ...viewer(cast.ben().id), role: 'tech_lead' as const }
    const { result } = await grantRole(cast.alma(), wanted)
    const actor = await findTokenActor(token)
    const roles = actor?.kind === 'person' ? actor.memberships.map(({ role }) => role) : []
    expect(roles.toSorted()).toEqual(['discipline_lead', 'tech_lead'])
    const [found] = await findTeams(cast.victor(), team)
    expect(found?.roles).toContainEqual(
      expect.objectContaining({ id: result.id, role: 'tech_lead', by_group: false }),
    )
    expect(found?.may_grant).toBe(false)
    expect((await planEntries()).map(({ type }) => type)).toContain('membership.granted')
    expect((await grantRole(cast.alma(), wanted)).seqs).toEqual([])
  })

  test('is refused to who does not administer the team', async () => {
    for (const who of [cast.tomas(), cast.victor(), cast.priya()]) {
      const grant = grantRole(who, viewer(cast.ben().id))
      await expect(grant).rejects.toMatchObject(refused('forbidden'))
    }
    await addTeam(cast.alma(), { slug: 'claims', name: 'Claims', administrator: cast.victor().id })
    const grant = grantRole(cast.alma(), { ...viewer(cast.ben().id), team: 'claims' })
    await expect(grant).rejects.toMatchObject(refused('forbidden'))
  })

  test('is refused for oneself, unfresh, and for what is kept apart', async () => {
    const own = grantRole(cast.alma(), { ...viewer(cast.alma().id), role: 'tech_lead' })
    await expect(own).rejects.toMatchObject(refused('not_permitted'))
    const stale = cast.alma({ authenticatedAt: new Date(Date.now() - 16 * 60_000) })
    const late = grantRole(stale, viewer(cast.ben().id))
    await expect(late).rejects.toMatchObject(refused('fresh_sign_in_needed'))
    const apart = grantRole(cast.alma(), administrator(cast.tomas().id))
    await expect(apart).rejects.toMatchObject(refused('not_permitted'))
    const hats = { ...viewer(cast.ben().id), role: 'government_lead' as const }
    await expect(grantRole(cast.alma(), hats)).rejects.toMatchObject(refused('not_permitted'))
    const entries = await planEntries()
    expect(entries.map(({ type }) => type)).toEqual(Array(4).fill('attempt.refused'))
  })

  test('is refused with a discipline that does not belong to it', async () => {
    const wrong = { ...viewer(cast.ben().id), discipline: 'qa' as const }
    await expect(grantRole(cast.alma(), wrong)).rejects.toMatchObject(refused('invalid'))
    const none = { ...viewer(cast.ben().id), role: 'discipline_lead' as const }
    await expect(grantRole(cast.alma(), none)).rejects.toMatchObject(refused('invalid'))
  })
})

describe('taking a role back', () => {
  test('is done and told, once', async () => {
    const id = await roleOf(cast.tomas().id)
    const both = await Promise.all([
      takeRole(cast.alma(), { team, id }),
      takeRole(cast.alma(), { team, id }),
    ])
    expect(both.flatMap(({ seqs }) => seqs)).toHaveLength(1)
    const [found] = await findTeams(cast.victor(), team)
    expect(found?.roles.map(({ person }) => person.name)).not.toContain('Tomás Ibarra')
  })

  test('is refused by who does not administer the team, and for one’s own', async () => {
    const id = await roleOf(cast.victor().id)
    const byOther = takeRole(cast.tomas(), { team, id })
    await expect(byOther).rejects.toMatchObject(refused('forbidden'))
    const own = takeRole(cast.alma(), { team, id: await roleOf(cast.alma().id) })
    await expect(own).rejects.toMatchObject(refused('not_permitted'))
  })

  test('of two administrators who put each other out at the same moment one stays', async () => {
    await grantRole(cast.alma(), administrator(cast.victor().id))
    const [own] = cast.alma().memberships
    const victor = cast.victor({ memberships: own ? [own] : [] })
    const both = await Promise.allSettled([
      takeRole(cast.alma(), { team, id: await administratorRole(victor.id) }),
      takeRole(victor, { team, id: await administratorRole(cast.alma().id) }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await db().membership.count({ where: { role: 'administrator', revoked: false } })).toBe(
      1,
    )
  })
})

async function administratorRole(personId: string): Promise<string> {
  const where = { personId, role: 'administrator', revoked: false }
  return (await db().membership.findFirstOrThrow({ where })).id
}

describe('a team', () => {
  test('comes with its administrator, who is somebody else', async () => {
    const claims = { slug: 'claims', name: 'Claims', administrator: cast.victor().id }
    await addTeam(cast.alma(), claims)
    const [found] = await findTeams(cast.victor(), 'claims')
    expect(found?.roles).toMatchObject([
      { person: { name: 'Victor Nyman' }, role: 'administrator' },
    ])
    await expect(addTeam(cast.alma(), claims)).rejects.toMatchObject(refused('already_exists'))
    const own = { ...claims, slug: 'mine', administrator: cast.alma().id }
    await expect(addTeam(cast.alma(), own)).rejects.toMatchObject(refused('not_permitted'))
    const lead = { ...claims, slug: 'theirs', administrator: cast.tomas().id }
    await expect(addTeam(cast.alma(), lead)).rejects.toMatchObject(refused('not_permitted'))
    const byOther = addTeam(cast.tomas(), { ...claims, slug: 'other' })
    await expect(byOther).rejects.toMatchObject(refused('forbidden'))
  })
})
