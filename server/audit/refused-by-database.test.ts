import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectDatabase, db, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { imageOf } from '../write-entry.ts'
import { attack, forgedEntry, insertEntry, textDigest } from './testing/attack.ts'
import {
  FALSE_ENTRIES,
  NO_SUCH_CHANGE,
  open,
  tell,
  UNTOLD_CHANGES,
  type Victim,
} from './testing/forgeries.ts'
import { asSuperuser, runSql } from './testing/tamper.ts'
import { verify } from './verify.ts'

let database: TestDatabase
let victim: Victim
let entries: number

/** A toggle in staging, which every attack is about; none of them may leave a trace. */
beforeAll(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  const origin = { address: '203.0.113.7' }
  await createToggle(cast.priya({ origin }), { key: 'new_intake_form', description: 'Intake' })
  const where = { environment: { key: 'staging' } }
  const { id } = await db().toggleState.findFirstOrThrow({ where })
  victim = { id, before: (await imageOf(db(), 'toggle_state', id)) as Victim['before'] }
  entries = await db().auditChain.count()
})

afterAll(async () => {
  const { holds, problem } = await verify(cast.victor(), { thorough: true })
  const left = await db().auditChain.count()
  await disconnectDatabase()
  await database.drop()
  expect({ holds, problem, left }).toEqual({ holds: true, problem: null, left: entries })
})

const byApp = (...statements: readonly string[]) => attack(database.appUrl, ...statements)
const UNDONE = ['SET CONSTRAINTS ALL IMMEDIATE', 'ROLLBACK']

describe('as the application itself, the database takes', () => {
  // @control AU-12
  test('a change and the entry that tells it, in either order', async () => {
    const outcome = { code: null }
    expect(await byApp(tell(victim), open(victim), ...UNDONE)).toMatchObject(outcome)
    expect(await byApp(open(victim), tell(victim), ...UNDONE)).toMatchObject(outcome)
  })

  test('an entry about no change, also with strings read in the old way', async () => {
    const own = await freshDatabase('cast')
    const old = 'SET LOCAL standard_conforming_strings = off'
    try {
      const outcome = await attack(own.appUrl, old, insertEntry(forgedEntry()))
      expect(outcome).toMatchObject({ code: null })
      await connectDatabase(own.appUrl)
      expect(await verify(cast.victor(), { thorough: true })).toMatchObject({ holds: true })
    } finally {
      await connectDatabase(database.appUrl)
      await own.drop()
    }
  })
})

describe('as the application itself, the database refuses', () => {
  test.each(UNTOLD_CHANGES)('untold, %s', async (_, statements, code) => {
    expect(await byApp(...statements(victim))).toMatchObject({ code })
  })

  test.each(FALSE_ENTRIES)('an entry that tells %s', async (_, statements, code) => {
    expect(await byApp(...statements(victim))).toMatchObject({ code })
  })

  test('a request told twice, and an entry written twice', async () => {
    const { id, requestId, payload } = await db().auditEvent.findFirstOrThrow()
    const entry = forgedEntry({ request_id: requestId })
    const taken = { code: '23505' }
    expect(await byApp(insertEntry({ ...entry, requestId }))).toMatchObject(taken)
    expect(await byApp(insertEntry({ id, requestId, payload }))).toMatchObject(taken)
  })

  test('a text that was not hashed, and one for an entry of long ago', async () => {
    const entry = forgedEntry({ texts: { reason: textDigest('salt', 'why') } })
    const say = (id: string, field: string, text: string) =>
      `INSERT INTO audit.text VALUES ('${id}', '${field}', 'salt', ${text})`
    const said = [
      say(entry.id, 'reason', "'because'"),
      say(entry.id, 'note', "'why'"),
      say(entry.id, 'reason', 'NULL'),
    ]
    for (const statement of said) {
      const outcome = await byApp(insertEntry(entry), statement)
      expect(outcome).toMatchObject({ code: NO_SUCH_CHANGE })
    }
    const old = await db().auditEvent.findFirstOrThrow()
    expect(await byApp(say(old.id, 'reason', "'why'"))).toMatchObject({ code: NO_SUCH_CHANGE })
    const [rightly] = [say(entry.id, 'reason', "'why'")]
    expect(await byApp(insertEntry(entry), rightly, 'ROLLBACK')).toMatchObject({ code: null })
  })

  test('to run code of its caller with the rights of the owner of the log', async () => {
    const name = new URL(database.appUrl).pathname.slice(1)
    await runSql(asSuperuser(database), `GRANT TEMPORARY ON DATABASE ${name} TO rollcall_app`)
    // A type of the session's own is found before PostgreSQL's, unless pg_temp is named last.
    const trap = (type: string) =>
      `CREATE DOMAIN pg_temp.${type} AS pg_catalog.${type} CHECK (pg_temp.sprung())`
    const outcome = await byApp(
      `CREATE FUNCTION pg_temp.sprung() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
         IF current_user <> 'rollcall_app' THEN RAISE EXCEPTION 'ran as %', current_user; END IF;
         RETURN true;
       END $$`,
      ...['uuid', 'jsonb', 'bytea', 'timestamptz', 'text'].map(trap),
      tell(victim),
      open(victim),
      ...UNDONE,
    )
    expect(outcome).toEqual({ code: null, message: 'committed' })
  })
})

describe('as the application itself, the database refuses to erase', () => {
  const said = () => db().$queryRaw<{ event_id: string; actor_id: string }[]>`
    SELECT t.event_id::text, e.actor_id FROM audit.text t JOIN audit.event e ON e.id = t.event_id LIMIT 1`

  // @control AU-11
  test('words without an entry that tells it, or with an entry about another', async () => {
    const [own] = await said()
    const erase = (person: string) => `SELECT audit.erase_person('${person}')`
    const actor = own?.actor_id ?? ''
    expect(await byApp(erase(actor))).toMatchObject({ code: 'RC001' })
    const data = { person: actor }
    const lonely = insertEntry(forgedEntry({ type: 'person.erased', data }))
    expect(await byApp(lonely, erase(actor))).toMatchObject({ code: 'RC001' })
  })

  test('by itself, whatever it says that it is doing', async () => {
    const [own] = await said()
    const erasing = `SET rollcall.erasing = '${own?.actor_id}'`
    for (const statement of [
      'UPDATE audit.text SET text = NULL',
      "UPDATE audit.listing SET words = ''",
      "UPDATE sign_off SET note = '(erased)'",
    ]) {
      expect(await byApp(erasing, statement)).toMatchObject({ code: '42501' })
    }
  })

  test('even an owner, more than whole texts', async () => {
    const superuser = asSuperuser(database)
    for (const [statement, code] of [
      ["UPDATE audit.text SET text = 'Other words'", 'RC002'],
      ["UPDATE audit.text SET salt = 'x', text = NULL", 'RC002'],
      ['DELETE FROM audit.text', 'RC002'],
      ['UPDATE audit.text SET text = NULL', 'RC001'],
    ] as const) {
      const [own] = await said()
      const erasing = `SET rollcall.erasing = '${own?.actor_id}'`
      expect(await attack(superuser, erasing, statement)).toMatchObject({ code })
    }
  })
})
