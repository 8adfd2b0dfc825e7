import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectDatabase, db, disconnectDatabase } from '../../server/db.ts'
import { cast } from '../../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../../server/testing/test-database.ts'
import { createToggle } from '../../server/toggles/create-toggle.ts'
import { issueToken } from '../../server/tokens/issue-token.ts'
import type { Doorkeeper } from '../admit.ts'
import { followRules } from '../follow-rules.ts'
import { createMetrics } from '../metrics.ts'
import { eventStreams } from '../ofrep/event-streams.ts'
import { createRuleBook } from '../rule-book.ts'
import { buildFlagsServer } from '../server.ts'
import { createUses } from '../uses.ts'
import { type CommandWriter, commandWriter } from './command-writer.ts'
import { groupsInUse } from './gate-patch.ts'

let database: TestDatabase
let home: string
let stop: () => Promise<void>
let app: ReturnType<typeof buildFlagsServer>
let writer: CommandWriter
let isAway = false

beforeEach(async () => {
  isAway = false
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  home = await mkdtemp(join(tmpdir(), 'rollcall-flags-'))
  await createToggle(cast.tomas(), { key: 'appointments_list', description: '' })
  const source = createRuleBook()
  const now = Date.now
  const metrics = createMetrics([])
  const uses = createUses(now)
  const door: Doorkeeper = { source, limit: () => 0, uses, anonymousEnvironment: null, now }
  const url = (): string => {
    if (isAway) throw new Error('connection terminated')
    return database.appUrl
  }
  const from = { source, databaseUrl: url, home, metrics, now, tell: () => undefined, pollMs: 50 }
  const watching = await followRules(from)
  await watching.look()
  writer = commandWriter(url, watching.look)
  app = buildFlagsServer({
    door,
    chance: { now, random: () => 0.5 },
    streams: eventStreams(door, 10),
    metrics,
    corsOrigins: '*',
    isQuick: true,
    flipperWrites: { writer, groups: groupsInUse },
    log: null,
    logFault: (error) => {
      throw error
    },
  })
  stop = async () => {
    await app.close()
    await watching.stop()
  }
})

afterEach(async () => {
  await stop()
  await disconnectDatabase()
  await database.drop()
  await rm(home, { recursive: true })
})

/** A caller of Flipper's API in one environment with a service account's token. */
async function service(scopes: string[], environment = 'staging') {
  return caller(await makeToken({ kind: 'service', personId: null, scopes }), environment)
}

/** One of the cast, by a token of their own. */
async function person(id: string, environment: string) {
  return caller(await makeToken({ kind: 'person', personId: id, scopes: [] }), environment)
}

function makeToken(whose: {
  readonly kind: 'service' | 'person'
  readonly personId: string | null
  readonly scopes: string[]
}): Promise<string> {
  const expiresAt = new Date(Date.now() + 3_600_000)
  const rest = { name: 'The deployment', environment: null, expiresAt }
  const origin = {
    requestId: randomUUID(),
    via: 'system',
    address: null,
    idempotency: null,
  } as const
  const system = { kind: 'system', id: 'system', name: 'Rollcall', origin } as const
  return issueToken(system, { ...whose, ...rest })
}

async function caller(token: string, environment: string) {
  const headers = {
    authorization: `Bearer ${token}`,
    'rollcall-environment': environment,
    'content-type': 'application/json',
  }
  const send = async (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) => {
    const url = `/flipper${path}`
    const body = payload === undefined ? {} : { payload: JSON.stringify(payload) }
    const answer = await app.inject({ method, url, headers, ...body })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
  }
  while ((await send('GET', '/features')).status === 401) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return send
}

const entries = () => db().auditEvent.findMany({ orderBy: { insertedAt: 'asc' } })
const feature = '/features/appointments_list'

describe('writing by the commands of the product', () => {
  test('a flip is read by the next call, and is an entry that says how it came', async () => {
    const send = await service(['flip'])
    const flipped = await send('POST', `${feature}/percentage_of_actors`, { percentage: '25' })
    expect(flipped).toMatchObject({ status: 200, body: { state: 'conditional' } })
    expect((await send('GET', feature)).body).toEqual(flipped.body)
    const last = (await entries()).at(-1)
    expect(last).toMatchObject({ type: 'toggle.widened', environment: 'staging' })
    expect(last?.payload).toContain('"flipper"')
  })

  test('a protected environment is refused to a service account, and the attempt is an entry', async () => {
    const send = await service(['flip'], 'production')
    const answer = await send('POST', `${feature}/boolean`, {})
    expect(answer.status).toBe(403)
    expect((await entries()).at(-1)).toMatchObject({ outcome: 'denied' })
    expect((await send('GET', feature)).body).toMatchObject({ state: 'off' })
  })

  test('a person widens production only as far as the checks let them', async () => {
    const send = await person(cast.tomas().id, 'production')
    const answer = await send('POST', `${feature}/boolean`, {})
    expect(answer.status).toBe(409)
    expect(answer.body.message).toContain('Nothing was changed')
  })

  test('an unknown key is registered only by who may', async () => {
    const may = await service(['flip', 'register'])
    expect((await may('POST', '/features', { name: 'claim_letters' })).status).toBe(200)
    expect((await may('POST', '/features', { name: 'claim letters' })).status).toBe(400)
    const mayNot = await service(['flip'])
    expect((await mayNot('POST', '/features/clam_letters/boolean', {})).status).toBe(404)
    expect(await db().toggle.count()).toBe(2)
  })

  test('an export is brought in as a whole', async () => {
    const gates = { boolean: null, groups: ['staff'], actors: [], expression: null }
    const state = { ...gates, percentage_of_actors: '50', percentage_of_time: null }
    const features = { appointments_list: state, claim_letters: state }
    const mayNot = await service(['flip'])
    expect((await mayNot('POST', '/import', { version: 1, features })).status).toBe(403)
    const may = await service(['flip', 'register'])
    expect((await may('POST', '/import', { version: 1, features })).status).toBe(204)
    expect((await may('GET', '/features/claim_letters')).body).toMatchObject({
      state: 'conditional',
    })
  })

  test('a key is removed by archiving it, by who may and unless it is open elsewhere', async () => {
    const mayNot = await service(['flip'])
    await mayNot('POST', `${feature}/actors`, { flipper_id: 'ada' })
    expect((await mayNot('DELETE', feature)).status).toBe(403)
    expect((await mayNot('DELETE', '/features/never_existed')).status).toBe(204)
    expect((await mayNot('GET', feature)).body).toMatchObject({ state: 'conditional' })
    const elsewhere = await service(['flip'], 'development')
    await elsewhere('POST', `${feature}/boolean`, {})
    const send = await service(['flip', 'archive'])
    expect((await send('DELETE', feature)).status).toBe(409)
    expect((await send('GET', feature)).body).toMatchObject({ state: 'conditional' })
    expect((await elsewhere('DELETE', `${feature}/clear`)).status).toBe(204)
    expect((await send('DELETE', feature)).status).toBe(204)
    expect((await entries()).at(-1)).toMatchObject({ type: 'toggle.archived' })
    expect((await send('GET', feature)).status).toBe(404)
    expect((await send('DELETE', feature)).status).toBe(204)
  })

  test('a database that is away is said to be away, and reading goes on', async () => {
    const send = await service(['flip'])
    isAway = true
    const answer = await send('POST', `${feature}/boolean`, {})
    expect(answer.status).toBe(503)
    expect((await send('GET', feature)).status).toBe(200)
  })
})
