import pg from 'pg'
import { afterEach, beforeEach, inject } from 'vitest'
import { connectDatabase, disconnectDatabase } from '../../db.ts'
import { inDatabase } from '../../testing/template-database.ts'
import { freshDatabase, type TestDatabase } from '../../testing/test-database.ts'

/** What is answered where all went well, and only the disk of the database was said to be full. */
export const REHEARSED = 507

// Named to fire last of all at COMMIT, when every guard has looked and the entry is sealed.
const STAGE = `
  CREATE TABLE public.rehearsal (on_stage boolean NOT NULL);
  INSERT INTO public.rehearsal VALUES (false);
  CREATE FUNCTION public.rehearse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF NEW.outcome = 'allowed' AND (SELECT on_stage FROM public.rehearsal) THEN
        RAISE EXCEPTION 'only rehearsed' USING ERRCODE = 'disk_full';
      END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER zzz_rehearse AFTER INSERT ON audit.event
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.rehearse();`

/**
 * Gives each test a database with the cast, whose commands can be tried as often as one likes from
 * the same state: while it rehearses, each change runs to its COMMIT, with every guard, and is
 * refused there as though the disk were full (`REHEARSED`). Denied attempts are put on record as ever.
 *
 * @returns what begins to rehearse, and ends it.
 */
export function useRehearsal(): (isOn: boolean) => Promise<void> {
  let database: TestDatabase
  let admin: pg.Client
  beforeEach(async () => {
    database = await freshDatabase('cast')
    const name = new URL(database.appUrl).pathname.slice(1)
    admin = new pg.Client({ connectionString: inDatabase(inject('postgres').adminUrl, name) })
    await admin.connect()
    await admin.query(STAGE)
    await connectDatabase(database.appUrl)
  })
  afterEach(async () => {
    await admin.end()
    await disconnectDatabase()
    await database.drop()
  })
  return async (isOn) => {
    await admin.query('UPDATE public.rehearsal SET on_stage = $1', [isOn])
  }
}
