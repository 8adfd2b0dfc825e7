import { describe, expect, test } from 'vitest'
import { findSession } from '../access/find-session.ts'
import { findSessions } from '../access/find-sessions.ts'
import { findTokenActor } from '../access/find-token-actor.ts'
import { revokeSessions } from '../access/revoke-sessions.ts'
import { startSession } from '../access/start-session.ts'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { makeNewToken } from '../tokens/make-new-token.ts'
import { disablePerson, enablePerson } from './disable-person.ts'
import { findManagedPerson, findPersonList } from './find-person-list.ts'
import { registerPerson } from './register-person.ts'

givenCast()

const refused = (code: string) => ({ refusal: { code } })

async function signIn(person: string, token: string): Promise<void> {
  await startSession({
    token,
    personId: person,
    authenticatedAt: new Date(),
    address: '192.0.2.7',
    agent: 'Firefox\u0000 on a desk',
    requestId: crypto.randomUUID(),
  })
}

describe('a person who is disabled', () => {
  test('is out at once, with every session and token, in one transaction', async () => {
    const { id } = cast.tomas()
    await signIn(id, 'one')
    await signIn(id, 'two')
    const { result } = await makeNewToken(cast.tomas(), { kind: 'person', name: 'laptop' })
    await disablePerson(cast.alma(), id)
    expect(await findSession('one')).toBeNull()
    expect(await findTokenActor(result.token ?? '')).toBeNull()
    expect(await db().session.count({ where: { personId: id } })).toBe(0)
    const entries = await planEntries()
    expect(entries.slice(-2).map(({ type }) => type)).toEqual(['person.disabled', 'token.revoked'])
    expect(entries.at(-2)?.data).toEqual({ person: id, sessions: 2, tokens: 1 })
    expect((await disablePerson(cast.alma(), id)).seqs).toEqual([])

    await enablePerson(cast.alma(), id)
    expect(await findSession('one')).toBeNull()
    expect(await findTokenActor(result.token ?? '')).toBeNull()
    const { roles, tokens } = await findManagedPerson(cast.alma(), id)
    expect({ roles: roles.map(({ title }) => title), tokens }).toEqual({
      roles: ['Tech lead'],
      tokens: 0,
    })
  })

  test('is never oneself or the last administrator, and only by an administrator', async () => {
    const own = disablePerson(cast.alma(), cast.alma().id)
    await expect(own).rejects.toMatchObject(refused('not_permitted'))
    const other = cast.victor({
      memberships: [{ teamId: 'elsewhere', role: 'administrator', discipline: null }],
    })
    const last = disablePerson(other, cast.alma().id)
    await expect(last).rejects.toMatchObject(refused('not_permitted'))
    const byLead = disablePerson(cast.tomas(), cast.ben().id)
    await expect(byLead).rejects.toMatchObject(refused('forbidden'))
    const stale = cast.alma({ authenticatedAt: new Date(0) })
    const late = disablePerson(stale, cast.ben().id)
    await expect(late).rejects.toMatchObject(refused('fresh_sign_in_needed'))
    const nobody = disablePerson(cast.alma(), crypto.randomUUID())
    await expect(nobody).rejects.toMatchObject(refused('not_found'))
  })
})

describe('sessions', () => {
  test('are listed to their person and to who manages people', async () => {
    const { id } = cast.tomas()
    await signIn(id, 'one')
    const own = await findSessions(cast.tomas(), id)
    expect(own).toMatchObject([{ address: '192.0.2.7', agent: 'Firefox  on a desk' }])
    expect(await findSessions(cast.alma(), id)).toHaveLength(1)
    const byOther = findSessions(cast.ben(), id)
    await expect(byOther).rejects.toMatchObject(refused('forbidden'))
    const found = await findSession('one')
    const current = { ...cast.tomas(), sessionId: found?.sessionId ?? '' }
    expect(await findSessions(current, id)).toMatchObject([{ is_current: true }])
  })

  test('end at the next request, all but the one that asks, and are on record', async () => {
    const { id } = cast.tomas()
    for (const token of ['one', 'two', 'three']) await signIn(id, token)
    const kept = (await findSession('one'))?.sessionId ?? null
    const { result } = await revokeSessions(cast.tomas(), { person: id, but: kept })
    expect(result).toEqual({ ended: 2 })
    expect([await findSession('two'), await findSession('three')]).toEqual([null, null])
    expect(await findSession('one')).not.toBeNull()
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'session.revoked',
      data: { person: id, sessions: 2 },
    })
    await revokeSessions(cast.alma(), { person: id })
    expect(await findSession('one')).toBeNull()
    const byOther = revokeSessions(cast.ben(), { person: id })
    await expect(byOther).rejects.toMatchObject(refused('forbidden'))
  })

  test('of somebody else are not ended by naming oneself', async () => {
    await signIn(cast.tomas().id, 'one')
    const session = (await findSession('one'))?.sessionId ?? ''
    const { result } = await revokeSessions(cast.ben(), { person: cast.ben().id, session })
    expect(result).toEqual({ ended: 0 })
    expect(await findSession('one')).not.toBeNull()
  })
})

describe('somebody who is to come', () => {
  const newcomer = { issuer: 'https://id.example.gov', subject: 'n-1', name: 'Noor Aziz' }

  test('is known by issuer and subject, once', async () => {
    const { result } = await registerPerson(cast.alma(), newcomer)
    const person = await findManagedPerson(cast.alma(), result.id)
    expect(person).toMatchObject({ name: 'Noor Aziz', roles: [], last_signed_in_at: null })
    const twice = registerPerson(cast.alma(), newcomer)
    await expect(twice).rejects.toMatchObject(refused('invalid'))
    const byLead = registerPerson(cast.tomas(), { ...newcomer, subject: 'n-2' })
    await expect(byLead).rejects.toMatchObject(refused('forbidden'))
  })

  test('stands in the list, which is paged and searched', async () => {
    await registerPerson(cast.alma(), newcomer)
    const first = await findPersonList(cast.alma(), { limit: 4 })
    expect(first.people).toHaveLength(4)
    const rest = await findPersonList(cast.alma(), { cursor: first.next_cursor ?? '' })
    const names = [...first.people, ...rest.people].map(({ name }) => name)
    expect(names).toHaveLength(11)
    expect(new Set(names).size).toBe(11)
    expect((await findPersonList(cast.alma(), { q: 'noor' })).people).toHaveLength(1)
    await expect(findPersonList(cast.tomas())).rejects.toMatchObject(refused('forbidden'))
    const wrong = findPersonList(cast.alma(), { cursor: 'x' })
    await expect(wrong).rejects.toMatchObject(refused('invalid'))
  })
})
