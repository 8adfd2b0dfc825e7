import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectDatabase, db, disconnectDatabase } from '../server/db.ts'
import { freshDatabase, type TestDatabase } from '../server/testing/test-database.ts'
import { root } from './test-run/source-files.ts'

let database: TestDatabase

beforeEach(async () => {
  database = await freshDatabase('empty')
  await connectDatabase(database.appUrl)
})

afterEach(async () => {
  await disconnectDatabase()
  await database.drop()
})

const ALMA = [
  '--subject',
  'agency|alma',
  '--name',
  'Alma Reyes',
  '--email',
  'alma.reyes@example.gov',
]

function setUp(args: readonly string[], env: Record<string, string> = {}) {
  const ran = spawnSync(process.execPath, ['bin/set-up.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      DATABASE_URL: database.appUrl,
      OIDC_ISSUER: 'https://login.example.gov',
      ...env,
    },
  })
  return { status: ran.status, said: ran.stdout, wrong: ran.stderr }
}

const people = () => db().person.count()

test('gives an empty installation a team, its environments and who administers it', async () => {
  expect(setUp(['--team', 'Benefits Portal', ...ALMA])).toEqual({
    status: 0,
    said: 'Alma Reyes administers Benefits Portal, and grants everything else after signing in.\n',
    wrong: '',
  })
  const found = await db().membership.findMany({
    select: {
      role: true,
      team: { select: { slug: true } },
      person: { select: { issuer: true, subject: true } },
    },
  })
  expect(found).toEqual([
    {
      role: 'administrator',
      team: { slug: 'benefits-portal' },
      person: { issuer: 'https://login.example.gov', subject: 'agency|alma' },
    },
  ])
  expect(await db().environment.count()).toBe(3)

  const again = setUp(['--team', 'Other', ...ALMA])
  expect(again.status).toBe(1)
  expect(again.wrong).toContain('Alma Reyes administers this installation')
  expect(await db().team.count()).toBe(1)
}, 60_000)

test('says each thing that is missing or wrong, and writes nothing', async () => {
  const missing = setUp(['--team', ' '])
  expect(missing.status).toBe(1)
  for (const name of ['--team', '--subject', '--name', '--email']) {
    expect(missing.wrong).toContain(`${name}: `)
  }
  const plain = setUp(['--team', 'Other', ...ALMA], { OIDC_ISSUER: 'http://login.example.gov' })
  expect(plain.status).toBe(1)
  expect(plain.wrong).toContain('OIDC_ISSUER: must be the https address of the provider')
  expect(await people()).toBe(0)
}, 60_000)
