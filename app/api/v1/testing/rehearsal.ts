import pg from 'pg'
import { inject } from 'vitest'
import { inDatabase } from '../../../../server/testing/template-database.ts'

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
 * Lets the commands of a database be tried as often as one likes from the same state: while it
 * rehearses, each change runs to its COMMIT, with every guard, and is refused there as though the
 * disk were full (`REHEARSED`). Denied attempts are put on record as ever.
 */
export async function rehearsalIn(name: string): Promise<{
  rehearse: (isOn: boolean) => Promise<void>
  end: () => Promise<void>
}> {
  const admin = new pg.Client({ connectionString: inDatabase(inject('postgres').adminUrl, name) })
  await admin.connect()
  await admin.query(STAGE)
  return {
    rehearse: async (isOn) => {
      await admin.query('UPDATE public.rehearsal SET on_stage = $1', [isOn])
    },
    end: () => admin.end(),
  }
}
