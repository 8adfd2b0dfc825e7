import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectDatabase, disconnectDatabase } from '../../db.ts'
import { cast } from '../../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { createToggle } from '../../toggles/create-toggle.ts'
import { flip } from '../../toggles/flip.ts'
import { AUDITED_TABLES } from '../refused-by-database.ts'
import { verify } from '../verify.ts'
import { type AttackOutcome, attack } from './attack.ts'
import { FORBIDDEN_STATEMENTS, REMOVALS, REWRITES } from './forbidden-statements.ts'
import { asSuperuser, runSql } from './tamper.ts'

const FORBIDDEN = '42501'
const NO_ENTRY = 'RC001'
const NEVER_CHANGED = 'RC002'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  await createToggle(cast.priya(), { key: 'new_intake_form', description: 'Intake' })
  const patch = { percentage_of_actors: 10 }
  const where = { toggle: 'new_intake_form', environment: 'staging' }
  await flip(cast.tomas(), { ...where, patch, reason: 'First stage' })
})

afterAll(async () => {
  const { holds, problem } = await verify(cast.victor(), { thorough: true })
  await disconnectDatabase()
  await database.drop()
  expect({ holds, problem }).toEqual({ holds: true, problem: null })
})

describe('as the application itself, the database forbids', () => {
  test.each(FORBIDDEN_STATEMENTS)('%s', async (statement) => {
    expect(await attack(database.appUrl, statement)).toMatchObject({ code: FORBIDDEN })
  })

  test('to hand out rights that it does not have', async () => {
    const rights = () =>
      runSql(
        asSuperuser(database),
        "SELECT relname, relacl::text FROM pg_class WHERE relnamespace = 'audit'::regnamespace ORDER BY 1",
      )
    const held = await rights()
    await attack(database.appUrl, 'GRANT ALL ON ALL TABLES IN SCHEMA audit TO rollcall_app')
    await attack(database.appUrl, 'GRANT UPDATE ON audit.event TO PUBLIC')
    expect(await rights()).toEqual(held)
  })
})

function by(role: string | null, statement: string): Promise<AttackOutcome> {
  const become = role === null ? [] : [`SET ROLE ${role}`]
  return attack(asSuperuser(database), ...become, statement)
}

describe.each([
  ['the owner of the tables', 'rollcall_owner'],
  ['the owner of the log', 'rollcall_audit_owner'],
  ['a superuser', null],
])('even from %s, a trigger refuses', (_, role) => {
  test.each(REWRITES)('%s', async (statement) => {
    expect(await by(role, statement)).toMatchObject({ code: NEVER_CHANGED })
  })
})

describe.each([
  ['the owner of the tables', 'rollcall_owner'],
  ['a superuser', null],
])('even from %s, a trigger refuses', (_, role) => {
  test.each(REMOVALS)('%s', async (statement) => {
    expect(await by(role, statement)).toMatchObject({ code: NEVER_CHANGED })
  })

  test('a change without an entry', async () => {
    const statement = 'UPDATE toggle_state SET boolean = true, version = version + 1'
    expect(await by(role, statement)).toMatchObject({ code: NO_ENTRY })
  })
})

describe('the catalog shows that', () => {
  const found = async (query: string) =>
    (await runSql(asSuperuser(database), query)).map(({ name }) => String(name))

  test('every table is told by the log, or known not to need it', async () => {
    const tables = await found(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1",
    )
    const audited: readonly string[] = AUDITED_TABLES
    expect(tables.filter((name) => !audited.includes(name))).toEqual([
      '_prisma_migrations',
      'check_in_reminder',
      'contact',
      'flipper_look',
      'flipper_push',
      'guard_signal',
      'head_delivery',
      'idempotency',
      'log_head',
      'mail',
      'meeting',
      'named_actor',
      'plan_toggle',
      'session',
      'toggle_use',
      'token_use',
      'webhook_delivery',
      'webhook_progress',
    ])
  })

  test('the database audits the tables that this version knows', async () => {
    expect(await found('SELECT name FROM audit.entity ORDER BY name')).toEqual(AUDITED_TABLES)
  })

  test('no foreign key takes rows with it', async () => {
    const cascading =
      "SELECT conname AS name FROM pg_constraint WHERE contype = 'f' AND (confdeltype <> 'a' OR confupdtype <> 'a')"
    expect(await found(cascading)).toEqual([])
  })
})
