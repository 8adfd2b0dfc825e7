import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../bin/test-run/source-files.ts'
import { asSuperuser, runSql } from '../server/audit/testing/tamper.ts'
import { freshDatabase, type TestDatabase } from '../server/testing/test-database.ts'

let database: TestDatabase
let home: string

beforeAll(async () => {
  database = await freshDatabase()
  home = mkdtempSync(join(tmpdir(), 'rollcall-worker-'))
})

afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true })
})

/** Runs the worker as `npm run worker` does, until it has ended by itself. */
function started(url: string): Promise<{ code: number; said: string }> {
  const env = {
    NODE_ENV: 'production' as const,
    PATH: process.env.PATH,
    DATABASE_URL: url,
    ROLLCALL_HOME: home,
    NEXTAUTH_URL: 'https://rollcall.example.gov',
  }
  return new Promise((resolve) => {
    const main = join(root, 'worker/main.ts')
    execFile(process.execPath, [main], { env, timeout: 20_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr })
    })
  })
}

test('the worker does not start as a superuser, as the owner, or where a trigger is missing', async () => {
  const bySuperuser = await started(asSuperuser(database))
  expect(bySuperuser).toMatchObject({ code: 1, said: expect.stringContaining('is a superuser') })
  const byOwner = await started(database.ownerUrl)
  expect(byOwner).toMatchObject({
    code: 1,
    said: expect.stringContaining('the owner of the tables'),
  })
  await runSql(asSuperuser(database), 'DROP TRIGGER refuse_change ON log_head')
  const unguarded = await started(database.appUrl)
  const missing = 'the trigger refuse_change on public.log_head is missing'
  expect(unguarded).toMatchObject({ code: 1, said: expect.stringContaining(missing) })
})
