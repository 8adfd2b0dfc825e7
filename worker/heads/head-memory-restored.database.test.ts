import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { root } from '../../bin/test-run/source-files.ts'
import { siteOrigin } from '../../server/access/session-cookie.ts'
import { exportLog } from '../../server/audit/export-log.ts'
import { findHeads } from '../../server/audit/find-heads.ts'
import { signHead } from '../../server/audit/heads/sign-head.ts'
import { runSql } from '../../server/audit/testing/tamper.ts'
import { verify } from '../../server/audit/verify.ts'
import { connectDatabase, db, disconnectDatabase } from '../../server/db.ts'
import { cast } from '../../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../../server/testing/test-database.ts'
import { createToggle } from '../../server/toggles/create-toggle.ts'
import { flip } from '../../server/toggles/flip.ts'
import { testSigner } from '../testing/test-signer.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  folder = mkdtempSync(join(tmpdir(), 'rollcall-restored-'))
})

afterEach(async () => {
  await disconnectDatabase()
  await database.drop()
  await asAdmin(`DROP DATABASE IF EXISTS ${backupName()}`)
  rmSync(folder, { recursive: true })
})

const name = () => new URL(database.appUrl).pathname.slice(1)
const backupName = () => `${name()}_backup`
const asAdmin = (...statements: string[]) => runSql(inject('postgres').adminUrl, ...statements)

/** What a file copy of the data folder at this moment would be. */
async function backUp(): Promise<void> {
  await disconnectDatabase()
  await asAdmin(`CREATE DATABASE ${backupName()} TEMPLATE ${name()} OWNER rollcall_owner`)
  await connectDatabase(database.appUrl)
}

async function restore(): Promise<void> {
  await disconnectDatabase()
  await asAdmin(
    `DROP DATABASE ${name()} WITH (FORCE)`,
    `CREATE DATABASE ${name()} TEMPLATE ${backupName()} OWNER rollcall_owner`,
  )
  await connectDatabase(database.appUrl)
}

async function widenTo(...percentages: number[]): Promise<void> {
  for (const percentage of percentages) {
    const patch = { percentage_of_actors: percentage }
    const where = { toggle: 'claim_letters', environment: 'staging' }
    await flip(cast.tomas(), { ...where, patch, reason: `To ${percentage} %` })
  }
}

test('the restore of an old backup is noticed: by the signer, and by a head that was kept elsewhere', async () => {
  const signer = { ...testSigner(folder), origin: siteOrigin() }
  await createToggle(cast.priya(), { key: 'claim_letters', description: '' })
  await widenTo(5)
  await signHead(signer)
  await backUp()
  await widenTo(10, 25, 50)
  const signed = await resign(signer)
  const kept = (await findHeads(cast.grace())).heads.find((head) => head.signed)
  expect(signed).toBe(`signed the head at ${kept?.size}`)
  writeFileSync(join(folder, 'HEAD.json'), JSON.stringify(kept?.document))

  await restore()
  // To itself, the old log holds: nothing in it tells that there was ever more.
  expect(await verify(cast.grace(), { thorough: true })).toMatchObject({ holds: true })
  expect(await resign(signer)).toMatch(
    /^refused: The log ends at entry \d+, before the signed head/,
  )
  const { entries } = await verify(cast.grace(), { thorough: true })
  // Also when it has grown past the number that was signed.
  await widenTo(11, 12, 13, 14, 15, 16)
  expect(await resign(signer)).toMatch(/^refused: Entry \d+ is not the one that was signed/)
  expect(await db().auditEvent.count({ where: { type: 'log_head.refused' } })).toBe(1)
  expect(
    await db().mail.count({ where: { subject: { contains: 'does not lead on' } } }),
  ).toBeGreaterThan(0)

  expect(entries).toBeLessThan(kept?.size ?? 0)
  writeFileSync(join(folder, 'EXPORT.jsonl'), await exported())
  const files = [join(folder, 'EXPORT.jsonl'), '--head', join(folder, 'HEAD.json')]
  const verifier = join(root, 'bin/verify-audit.mjs')
  const offline = promisify(execFile)(process.execPath, [verifier, ...files])
  await expect(offline).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      new RegExp(`^seq ${kept?.size} does not hold: .*not that of the head`),
    ),
  })
})

/** As five minutes later: the heads kept inside and outside the database are both made older. */
async function resign(signer: Parameters<typeof signHead>[0]): Promise<string> {
  const kept = signer.memory.read() ?? never()
  signer.memory.write({ ...kept, time: ago(10 * 60_000) })
  const [own] = await runSql(
    database.ownerUrl,
    'ALTER TABLE log_head DISABLE TRIGGER USER',
    "UPDATE log_head SET signed_at = signed_at - interval '10 minutes'",
    'ALTER TABLE log_head ENABLE TRIGGER USER',
    'SELECT count(*)::int AS heads FROM log_head',
  )
  expect(own?.heads).toBeGreaterThan(0)
  return signHead(signer)
}

async function exported(): Promise<Uint8Array> {
  return new Response(await exportLog(cast.grace(), { format: 'jsonl', filter: {} })).bytes()
}

function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString()
}

function never(): never {
  throw new Error('a head was signed before')
}
