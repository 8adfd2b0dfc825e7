import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Role } from '../../domain/actor.ts'
import { sessionOf } from '../fixtures/session-over-http.ts'
import { call } from './api.ts'

/** Somebody’s browser: asks once, with their session, and follows nowhere. */
export interface Browser {
  readonly go: (address: string, given?: RequestInit) => Promise<Response>
}

/** People to ask for pages as. */
export interface SomeRoles {
  readonly signedInAs: (role: Role) => Promise<Browser>
  /** Somebody who signed in and whom nobody has given a role. */
  readonly withoutRole: Browser
  /** Sessions that are over, each with why. */
  readonly over: ReadonlyMap<string, Browser>
}

const COOKIE = 'rollcall-session'

/** A browser whose session is of this token. */
function browserWith(token: string): Browser {
  return {
    go: (address, given = {}) => {
      const headers = new Headers(given.headers)
      headers.set('cookie', `${COOKIE}=${token}`)
      return fetch(address, { ...given, headers, redirect: 'manual' })
    },
  }
}

/** Somebody whom the demo does not have, with a role in its team or with none. */
async function madePerson(name: string, role: Role | null): Promise<string> {
  const subject = name.toLowerCase().replaceAll(' ', '-')
  const person = { issuer: 'https://login.example.gov', subject, name }
  const added = await call('administrator', 'POST', '/people', { body: person })
  if (added.status !== 201) throw new Error(added.text)
  const id = String(added.at('id'))
  if (role === null) return id
  const granted = await call('administrator', 'POST', '/teams/benefits-portal/roles', {
    body: { person: id, role },
  })
  if (granted.status !== 201) throw new Error(granted.text)
  return id
}

/** Signs in whom the demo’s provider does not know: a session as the sign-in leaves it. */
async function signIn(database: pg.Client, person: string): Promise<{ id: string } & Browser> {
  const token = randomBytes(32).toString('base64url')
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO session (id, token_hash, person_id, auth_time, last_seen_at, expires_at)
     VALUES (gen_random_uuid(), $1, $2, now(), now(), now() + interval '1 hour') RETURNING id`,
    [createHash('sha256').update(token).digest('hex'), person],
  )
  return { id: rows[0]?.id ?? '', ...browserWith(token) }
}

async function sessionsOver(database: pg.Client): Promise<Map<string, Browser>> {
  const manager = await madePerson('Pavel Lindgren', 'program_manager')
  const [ended, ranOut, idle] = [
    await signIn(database, manager),
    await signIn(database, manager),
    await signIn(database, manager),
  ]
  await call('administrator', 'DELETE', `/people/${manager}/sessions/${ended.id}`)
  const set = (column: string, value: string, id: string) =>
    database.query(`UPDATE session SET ${column} = now() - interval '${value}' WHERE id = $1`, [id])
  await set('expires_at', '1 second', ranOut.id)
  await set('last_seen_at', '1 day', idle.id)
  const left = await madePerson('Rosa Brandt', 'program_manager')
  const before = await signIn(database, left)
  await call('administrator', 'PATCH', `/people/${left}`, { body: { disabled: true } })
  return new Map<string, Browser>([
    ['ended by an administrator', ended],
    ['ran out', ranOut],
    ['unused for long', idle],
    ['of somebody who was disabled since', before],
    ['of somebody who is disabled', await signIn(database, left)],
    ['that never was', browserWith(randomBytes(32).toString('base64url'))],
  ])
}

/** People of the demo, and those whom it has nobody for. */
export async function someRoles(): Promise<SomeRoles> {
  const { web, home } = inject('product')
  const database = new pg.Client(readFileSync(join(home, 'database-url'), 'utf8').trim())
  await database.connect()
  const auditor = await signIn(database, await madePerson('Noor Haidari', 'auditor'))
  const withoutRole = await signIn(database, await madePerson('Ola Strand', null))
  const over = await sessionsOver(database)
  await database.end()
  return {
    signedInAs: async (role) => {
      if (role === 'auditor') return auditor
      return sessionOf(web, role === 'discipline_lead' ? 'backend' : role)
    },
    withoutRole,
    over,
  }
}
