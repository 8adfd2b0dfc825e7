import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Role } from '../../domain/actor.ts'
import { type CookieJar, sessionOf } from '../fixtures/session-over-http.ts'
import { call } from './api.ts'

/** People of the demo by their roles, and one of them who takes what the demo has nobody for. */
export interface Somebody {
  readonly signedInAs: (role: Role) => Promise<CookieJar>
  /** Victor, while nobody has given him a role. */
  readonly withoutRole: () => Promise<CookieJar>
  /** Victor’s sessions that are over, each with why. */
  readonly over: () => Promise<ReadonlyMap<string, CookieJar>>
  readonly asBefore: () => Promise<void>
}

const ROLES = '/teams/benefits-portal/roles'
const DEMO: Readonly<Partial<Record<Role, string>>> = { discipline_lead: 'backend' }

interface Held {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string }
  readonly role: string
}

async function victor(): Promise<{ id: string; roles: Held[] }> {
  const held = (await call('viewer', 'GET', ROLES)).at('roles') as Held[]
  const id = String((await call('viewer', 'GET', '/me')).at('id'))
  return { id, roles: held.filter(({ person }) => person.id === id) }
}

/** Makes Victor’s one role what is asked; null takes it away. */
async function make(id: string, role: Role | null): Promise<void> {
  const held = (await call('government_lead', 'GET', ROLES)).at('roles') as Held[]
  const his = held.filter(({ person }) => person.id === id)
  if (his.length === 1 && his[0]?.role === role) return
  for (const one of his) await call('administrator', 'DELETE', `${ROLES}/${one.id}`)
  if (role === null) return
  const answer = await call('administrator', 'POST', ROLES, { body: { person: id, role } })
  if (answer.status !== 201) throw new Error(answer.text)
}

/** People to ask for pages as. */
export async function someRoles(): Promise<Somebody> {
  const { web, home } = inject('product')
  const { id } = await victor()
  const jars = new Map<string, CookieJar>()
  const sessionFor = async (person: string) => {
    const jar = jars.get(person) ?? (await sessionOf(web, person))
    jars.set(person, jar)
    return jar
  }
  let over: Map<string, CookieJar> | undefined
  return {
    signedInAs: async (role) => {
      const isVictor = role === 'viewer' || role === 'auditor'
      await make(id, role === 'auditor' ? role : 'viewer')
      return sessionFor(isVictor ? 'viewer' : (DEMO[role] ?? role))
    },
    withoutRole: async () => {
      await make(id, null)
      return sessionFor('viewer')
    },
    over: async () => {
      if (over) return over
      await make(id, 'viewer')
      over = await sessionsOver(web, home, id)
      return over
    },
    asBefore: async () => {
      await call('administrator', 'PATCH', `/people/${id}`, { body: { disabled: false } })
      await make(id, 'viewer')
    },
  }
}

/** Sessions of one person that were good, each ended in another way; the last disables them. */
async function sessionsOver(
  web: string,
  home: string,
  id: string,
): Promise<Map<string, CookieJar>> {
  const at = `/people/${id}/sessions`
  const newest = async () => String((await call('administrator', 'GET', at)).at('sessions.0.id'))
  const database = new pg.Client(readFileSync(join(home, 'database-url'), 'utf8').trim())
  await database.connect()
  const found = new Map<string, CookieJar>()
  const begin = async (why: string) => {
    found.set(why, await sessionOf(web, 'viewer'))
    return newest()
  }
  const ended = await begin('ended by an administrator')
  await call('administrator', 'DELETE', `${at}/${ended}`)
  const ranOut = await begin('ran out')
  await database.query(
    `UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1`,
    [ranOut],
  )
  const idle = await begin('unused for long')
  await database.query(`UPDATE session SET last_seen_at = now() - interval '1 day' WHERE id = $1`, [
    idle,
  ])
  await database.end()
  await begin('of a person who was disabled')
  await call('administrator', 'PATCH', `/people/${id}`, { body: { disabled: true } })
  return found
}
