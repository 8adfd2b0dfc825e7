import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../../bin/test-run/source-files.ts'
import { siteOrigin } from '../../server/access/session-cookie.ts'
import { exportLog } from '../../server/audit/export-log.ts'
import { findHeads } from '../../server/audit/find-heads.ts'
import { deliverHead } from '../../server/audit/heads/deliver-head.ts'
import { signHead } from '../../server/audit/heads/sign-head.ts'
import { verify } from '../../server/audit/verify.ts'
import { connectDatabase, db, disconnectDatabase } from '../../server/db.ts'
import { setFreeze } from '../../server/freezes/set-freeze.ts'
import { cast } from '../../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../../server/testing/test-database.ts'
import { testSigner } from '../testing/test-signer.ts'
import { handOver } from './hand-over.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  folder = mkdtempSync(join(tmpdir(), 'rollcall-signer-'))
})

afterEach(async () => {
  await disconnectDatabase()
  await database.drop()
  rmSync(folder, { recursive: true })
})

const grace = () => cast.grace()

function freeze() {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  const input = { startsAt: at(1), endsAt: at(2), reason: 'A quiet hour', environments: [] }
  return setFreeze(grace(), input)
}

/** As the owner of the tables, whom no guard stops that they take away first. */
async function asOwner(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

async function deliverAll(): Promise<void> {
  const { places } = testSigner(folder)
  for (const { headId, place } of await db().headDelivery.findMany()) {
    await deliverHead({ head: headId, place }, places, handOver)
  }
}

// @control AU-9
test('a head is signed, leaves for its place, and covers the log', async () => {
  expect(await signHead(testSigner(folder))).toMatch(/^signed the head at \d+$/)
  expect((await verify(grace(), { thorough: false })).covered_to).toBeNull()
  expect((await findHeads(grace())).covered_since).toBeNull()
  await deliverAll()
  const { heads, keys, signed, covered_since, places } = await findHeads(grace())
  expect(places).toEqual(['file'])
  expect(signed).toBe(1)
  expect(covered_since).not.toBeNull()
  expect(keys).toMatchObject([{ alg: 'ed25519', retired: false }])
  const [present, head] = heads
  expect(present).toMatchObject({ signed: false, size: head?.size, hash: head?.hash })
  expect(head?.deliveries).toMatchObject([{ place: 'file', status: 'delivered' }])
  const month = head?.at.slice(0, 7)
  const line = readFileSync(join(folder, 'heads', `heads-${month}.jsonl`), 'utf8')
  expect(JSON.parse(line)).toEqual(head?.document)
  expect((await verify(grace(), { thorough: false })).covered_to).toBe(head?.size)
})

test('within five minutes none is due, unless it was long ago', async () => {
  const signer = testSigner(folder)
  await signHead(signer)
  expect(await signHead(signer)).toBe('not due')
})

test('an export verifies offline against a signed head and its key', async () => {
  await signHead({ ...testSigner(folder), origin: siteOrigin() })
  const [, head] = (await findHeads(grace())).heads
  const { keys } = await findHeads(grace())
  writeFileSync(join(folder, 'HEAD.json'), JSON.stringify(head?.document))
  writeFileSync(join(folder, 'KEY.pem'), keys[0]?.public_key ?? '')
  const lines = await exportLog(grace(), { format: 'jsonl', filter: {} })
  writeFileSync(join(folder, 'EXPORT.jsonl'), await new Response(lines).bytes())
  const said = execFileSync(process.execPath, [
    join(root, 'bin/verify-audit.mjs'),
    join(folder, 'EXPORT.jsonl'),
    ...['--head', join(folder, 'HEAD.json'), '--public-key', join(folder, 'KEY.pem')],
  ]).toString()
  expect(said).toContain(`the head at seq ${head?.size}`)
  expect(said).toContain('its signature holds')
})

test('another key takes over on record, and the old one signs no more', async () => {
  const first = testSigner(folder)
  await signHead(first)
  const second = testSigner(folder, 'second.pem')
  await signHead(second)
  const { keys } = await findHeads(grace())
  expect(keys.map(({ key_id, retired }) => [key_id, retired])).toEqual([
    [second.key.keyId, false],
    [first.key.keyId, true],
  ])
  await expect(signHead(first)).rejects.toThrow('was retired')
  const types = await db().auditEvent.findMany({
    where: { type: 'head_key.taken_up' },
    select: { type: true },
  })
  expect(types).toHaveLength(2)
})

test('a log that was cut short, as an old backup is, gets no further head', async () => {
  const signer = testSigner(folder)
  await freeze()
  await signHead(signer)
  const { heads } = await findHeads(grace())
  const size = heads[0]?.size ?? 0
  signer.memory.write({ size: size + 40, hash: 'ab'.repeat(32), time: '2020-01-01T00:00:00.000Z' })
  expect(await signHead(signer)).toBe(
    `refused: The log ends at entry ${size}, before the signed head at entry ${size + 40}.`,
  )
  // Once, however often it is tried.
  await signHead(signer)
  const refusals = await db().auditEvent.count({ where: { type: 'log_head.refused' } })
  expect(refusals).toBe(1)
  expect((await findHeads(grace())).signed).toBe(1)
  const told = await db().mail.findMany({ select: { subject: true } })
  expect(told.length).toBeGreaterThan(0)
  expect(told[0]?.subject).toContain('does not lead on')
})

// @control AU-9, AU-10
test('a log that was rewritten and chained anew gets no further head, and verification says so', async () => {
  const signer = testSigner(folder)
  await freeze()
  await signHead(signer)
  const { size } = (await findHeads(grace())).heads[0] ?? { size: 0 }
  await asOwner(
    'SET ROLE rollcall_audit_owner',
    'ALTER TABLE audit.chain DISABLE TRIGGER USER',
    `UPDATE audit.chain SET hash = sha256(hash) WHERE seq = ${size}`,
    'ALTER TABLE audit.chain ENABLE TRIGGER USER',
  )
  await db().$executeRaw`SELECT 1`
  signer.memory.write({ ...(signer.memory.read() ?? never()), time: '2020-01-01T00:00:00.000Z' })
  await asOwner(
    'ALTER TABLE log_head DISABLE TRIGGER USER',
    "UPDATE log_head SET signed_at = '2020-01-01'",
    'ALTER TABLE log_head ENABLE TRIGGER USER',
  )
  expect(await signHead(signer)).toBe(
    `refused: Entry ${size} is not the one that was signed as the head.`,
  )
  expect((await verify(grace(), { thorough: false })).holds).toBe(false)
})

test('the application can neither change nor remove a head', async () => {
  await signHead(testSigner(folder))
  const client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
  for (const statement of [
    'UPDATE log_head SET size = 1',
    'DELETE FROM log_head',
    'TRUNCATE log_head CASCADE',
    'DELETE FROM head_key',
  ]) {
    await expect(client.query(statement), statement).rejects.toThrow(/permission denied|never/)
  }
  await client.end()
})

test('a place that is away is tried again, and what happened is kept', async () => {
  const signer = { ...testSigner(folder), places: [] }
  await signHead({
    ...signer,
    places: [{ kind: 'webhook', name: 'http://127.0.0.1:9', url: 'http://127.0.0.1:9/heads' }],
  })
  const [delivery] = await db().headDelivery.findMany()
  const told = { head: delivery?.headId ?? '', place: delivery?.place ?? '' }
  const places = [{ kind: 'webhook', name: told.place, url: `${told.place}/heads` } as const]
  await expect(deliverHead(told, places, handOver)).rejects.toThrow()
  expect(await db().headDelivery.findMany()).toMatchObject([{ status: 'failed', attempts: 1 }])
})

function never(): never {
  throw new Error('a head was signed before')
}
