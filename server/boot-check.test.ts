import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asSuperuser, runSql } from './audit/testing/tamper.ts'
import { checkDatabase, type UnsafeDatabase } from './boot-check.ts'
import { connectDatabase, databaseUrl, disconnectDatabase } from './db.ts'
import { freshDatabase, type TestDatabase } from './testing/test-database.ts'

describe('before it serves anybody, Rollcall', () => {
  let database: TestDatabase

  beforeEach(async () => {
    database = await freshDatabase()
    await connectDatabase(database.appUrl)
  })

  afterEach(async () => {
    await disconnectDatabase()
    await database.drop()
  })

  async function problems(durable = false): Promise<readonly string[]> {
    try {
      await checkDatabase({ url: databaseUrl(), durable })
      return []
    } catch (error) {
      return (error as UnsafeDatabase).problems
    }
  }

  test('is content with a migrated database and the role made for it', async () => {
    expect(await problems()).toEqual([])
  })

  // @control AU-5, AU-9, AC-6
  test('refuses to run as a superuser', async () => {
    await connectDatabase(asSuperuser(database))
    expect(await problems()).toEqual([
      expect.stringMatching(
        /^The database role \w+ is a superuser and could rewrite the audit log\./,
      ),
    ])
  })

  test('refuses to run as the owner of the tables', async () => {
    await connectDatabase(database.ownerUrl)
    expect(await problems()).toEqual([
      expect.stringMatching(
        /^The database role rollcall_owner is, or may become, .*rollcall_owner/,
      ),
    ])
  })

  test.each([
    [
      'GRANT UPDATE ON audit.text TO rollcall_app',
      'has rights on audit.text that it must not have',
    ],
    [
      'GRANT INSERT ON audit.chain TO rollcall_app',
      'has rights on audit.chain that it must not have',
    ],
    [
      'ALTER TABLE audit.event DISABLE TRIGGER refuse_change',
      'the trigger refuse_change on audit.event is missing or switched off',
    ],
    [
      'ALTER TABLE audit.event ENABLE REPLICA TRIGGER z_seal',
      'the trigger z_seal on audit.event is missing or switched off',
    ],
    [
      'DROP TRIGGER require_entry ON toggle_state',
      'the trigger require_entry on public.toggle_state is missing',
    ],
    [
      'ALTER TABLE audit.event DROP CONSTRAINT event_request_id_part_key',
      'the constraint event_request_id_part_key on audit.event is missing',
    ],
    ['DROP TABLE audit.listing', 'the table audit.listing is missing'],
    [
      'DROP TRIGGER refuse_change ON log_head',
      'the trigger refuse_change on public.log_head is missing',
    ],
    [
      'ALTER TABLE log_head DISABLE TRIGGER refuse_truncate',
      'the trigger refuse_truncate on public.log_head is missing or switched off',
    ],
    [
      'ALTER TABLE head_key DISABLE TRIGGER require_entry',
      'the trigger require_entry on public.head_key is missing or switched off',
    ],
    [
      'DROP TRIGGER refuse_update ON log_review',
      'the trigger refuse_update on public.log_review is missing',
    ],
    ['GRANT UPDATE ON log_head TO rollcall_app', 'has rights on log_head that it must not have'],
    ['GRANT DELETE ON toggle_state TO PUBLIC', 'has rights on toggle_state that it must not have'],
    [
      'ALTER TABLE sign_off ADD FOREIGN KEY (roll_call_id) REFERENCES roll_call ON DELETE CASCADE',
      'takes rows with it',
    ],
    [
      'ALTER FUNCTION audit.seal() RESET ALL',
      'the function audit.seal can be talked round by its caller',
    ],
    [
      `CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE ON plan FOR EACH ROW
         WHEN (OLD.version > 1000) EXECUTE FUNCTION audit.refuse()`,
      'the trigger refuse_delete on public.plan is missing',
    ],
  ])('refuses to run after %s', async (statement, problem) => {
    await runSql(asSuperuser(database), statement)
    expect(await problems()).toEqual(expect.arrayContaining([expect.stringContaining(problem)]))
  })

  test('refuses a database that was never migrated', async () => {
    await runSql(asSuperuser(database), 'DROP SCHEMA audit CASCADE')
    expect(await problems()).toEqual([
      'The database has no audit log. Migrate it first: npm run migrate.',
    ])
  })

  // @control AU-4, AU-5
  test('refuses settings with which a crash loses what was acknowledged, outside tests', async () => {
    const name = new URL(database.appUrl).pathname.slice(1)
    await runSql(asSuperuser(database), `ALTER DATABASE ${name} SET synchronous_commit = off`)
    await connectDatabase(database.appUrl)
    expect(await problems(true)).toContain(
      'PostgreSQL runs with synchronous_commit off: a crash could lose changes that were acknowledged. Turn it on.',
    )
    expect(await problems(false)).toEqual([])
  })
})
