import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

const quiet = new Logger(() => () => undefined)

// The library switches row security on and leaves the policies to us. No more than it needs: jobs
// come and go, queues and known times are kept, and nothing of its history is ever written.
const RIGHTS = `
GRANT USAGE ON SCHEMA graphile_worker TO rollcall_app;
GRANT SELECT ON graphile_worker.migrations, graphile_worker.jobs TO rollcall_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON graphile_worker._private_jobs TO rollcall_app;
GRANT SELECT, INSERT, UPDATE ON graphile_worker._private_job_queues,
  graphile_worker._private_known_crontabs TO rollcall_app;
GRANT SELECT, INSERT ON graphile_worker._private_tasks TO rollcall_app;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['_private_jobs', '_private_job_queues', '_private_known_crontabs', '_private_tasks'] LOOP
    IF NOT EXISTS (SELECT FROM pg_policies
                    WHERE schemaname = 'graphile_worker' AND tablename = t AND policyname = 'rollcall') THEN
      EXECUTE format('CREATE POLICY rollcall ON graphile_worker.%I TO rollcall_app USING (true) WITH CHECK (true)', t);
    END IF;
  END LOOP;
END
$$;`

const OWNED = `SELECT pg_has_role(n.nspowner, 'MEMBER') AS owned
  FROM pg_namespace n WHERE n.nspname = 'graphile_worker'`

/**
 * Brings the tables of the job queue at `url` up to date, by the migrations of its library, and
 * gives the application's role what it needs of them. As a role that may change nothing it only
 * looks, and throws what the database says when something is missing.
 */
export async function migrateJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ owned: boolean }>(OWNED)
    if (rows[0]?.owned === true) await client.query(`BEGIN;${RIGHTS}COMMIT`)
  } finally {
    await client.end()
  }
}
