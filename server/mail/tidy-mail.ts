import { db } from '../db.ts'

const KEPT_DAYS = 90

/** Removes mail older than 90 days, with the addresses it went to. Answers how many went. */
export async function tidyMail(): Promise<number> {
  return await db().$executeRaw`DELETE FROM mail
    WHERE created_at < now() - make_interval(days => ${KEPT_DAYS}::int)`
}
