import { db } from '../db.ts'

const KEPT_DAYS = 90

/**
 * Removes mail older than 90 days, with the addresses it went to, and says of what nobody will try
 * to send any more that it failed: its job was given up, as when each worker that took it died.
 * Answers how many went.
 */
export async function tidyMail(): Promise<number> {
  await db().$executeRaw`UPDATE mail SET status = 'failed', last_error = 'given up'
    WHERE status IN ('pending', 'sending') AND created_at < now() - interval '1 hour'
      AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = 'mail:' || mail.id
        AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`
  return await db().$executeRaw`DELETE FROM mail
    WHERE created_at < now() - make_interval(days => ${KEPT_DAYS}::int)`
}
