import { execFileSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../bin/postgres.ts'
import { runSql } from './audit/testing/tamper.ts'
import { verify } from './audit/verify.ts'
import { connectDatabase, db, disconnectDatabase } from './db.ts'
import { answerTo } from './endpoint.ts'
import { type Acting, enrolledLead } from './testing/enrolled-lead.ts'
import { inDatabase } from './testing/template-database.ts'
import { createToggle } from './toggles/create-toggle.ts'
import { flip } from './toggles/flip.ts'

let home: string
let postgres: Postgres
let tomas: Acting

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'rollcall-full-'))
  postgres = await startPostgres({ home, ephemeral: true })
  tomas = await enrolledLead(postgres)
})

afterEach(async () => {
  await disconnectDatabase()
  await postgres.stop()
  try {
    execFileSync('umount', [join(home, 'disk')], { stdio: 'ignore' })
  } catch {
    // It was never mounted.
  }
  rmSync(home, { recursive: true, force: true })
})

/** A disk that fills up, and room on it again. */
interface Disk {
  readonly fill: () => Promise<void>
  readonly makeRoom: () => Promise<void>
}

/**
 * The database moves to a disk of 64 MB of its own, which is filled to the last byte. Where nobody
 * may mount one, a trigger says what PostgreSQL says then.
 */
async function smallDisk(): Promise<Disk> {
  const disk = join(home, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return saidToBeFull()
  }
  const place = join(disk, 'database')
  mkdirSync(place, { mode: 0o700 })
  const { uid, gid } = statSync(join(home, 'postgres/data'))
  chownSync(place, uid, gid)
  await runSql(
    postgres.adminUrl,
    `CREATE TABLESPACE small LOCATION '${place}'`,
    'ALTER DATABASE rollcall SET TABLESPACE small',
  )
  const ballast = join(disk, 'ballast')
  return {
    fill: async () => {
      for (let size = 1 << 20; size >= 512; size /= 2) fillBy(ballast, size)
    },
    makeRoom: async () => rmSync(ballast),
  }
}

function fillBy(file: string, size: number): void {
  for (const bytes = Buffer.alloc(size); ; ) {
    try {
      writeFileSync(file, bytes, { flag: 'a' })
    } catch {
      return
    }
  }
}

function saidToBeFull(): Disk {
  const superuser = inDatabase(postgres.adminUrl, 'rollcall')
  return {
    fill: async () => {
      await runSql(
        superuser,
        `CREATE FUNCTION public.full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
         END $$`,
        'CREATE TRIGGER full_disk AFTER INSERT ON audit.chain FOR EACH ROW EXECUTE FUNCTION public.full()',
      )
    },
    makeRoom: async () => {
      await runSql(superuser, 'DROP TRIGGER full_disk ON audit.chain')
    },
  }
}

const widenTo = (n: number) =>
  flip(tomas(), {
    toggle: 'claim_letters',
    environment: 'staging',
    patch: { percentage_of_actors: n % 100 },
    reason: `Flip ${n} ${'and why '.repeat(100)}`,
  })

/** Flips until it is refused; what it was refused with, and how many went through before. */
async function untilFull(): Promise<{ error: unknown; done: number }> {
  for (let n = 1; n <= 2000; n += 1) {
    try {
      await widenTo(n)
    } catch (error) {
      return { error, done: n - 1 }
    }
  }
  throw new Error('the disk never was full')
}

test('a full disk means no change, with an answer that says so, and it goes on when there is room', async () => {
  const disk = await smallDisk()
  await connectDatabase(postgres.appUrl)
  await createToggle(tomas(), { key: 'claim_letters', description: '' })
  const before = await db().auditChain.count()
  await disk.fill()

  const { error, done } = await untilFull()
  const answer = answerTo(error, 'request-1', 'PATCH /toggles')
  expect(answer.status).toBe(507)
  expect(await answer.json()).toMatchObject({
    title: 'The disk is full',
    detail: expect.stringContaining('Nothing was changed.'),
  })
  expect(await db().auditChain.count()).toBe(before + done)
  const [state] = await db().toggleState.findMany({ where: { environment: { key: 'staging' } } })
  expect(state?.version).toBe(1 + done)

  await disk.makeRoom()
  await widenTo(done + 1)
  expect(await db().auditChain.count()).toBe(before + done + 1)
  expect(await verify(tomas(), { thorough: true })).toMatchObject({ holds: true })
}, 120_000)
