import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { db } from '../db.ts'

/** What an administrator should know of work that is done later. */
export interface JobHealth {
  /** Jobs that should have begun more than five minutes ago: is a worker running? */
  readonly overdue: number
  /** Jobs that were tried as often as they may be, and given up. */
  readonly given_up: number
  /** Mail that a server refused for good, or too often, in the last week. */
  readonly mail_failed: number
  /** Mail of the last week that was kept unsent because the worker has no mail server. */
  readonly mail_off: number
}

/** How the worker and its mail do, for who changes settings; null for everybody else. */
export async function findJobHealth(actor: Actor): Promise<JobHealth | null> {
  if (!may(actor, 'settings.change')) return null
  const [found] = await db().$queryRaw<JobHealth[]>`
    SELECT (SELECT count(*)::int FROM graphile_worker.jobs
             WHERE locked_at IS NULL AND attempts < max_attempts
               AND run_at < now() - interval '5 minutes') AS overdue,
           (SELECT count(*)::int FROM graphile_worker.jobs WHERE attempts >= max_attempts
               AND locked_at IS NULL) AS given_up,
           (SELECT count(*)::int FROM mail WHERE status = 'failed'
               AND created_at > now() - interval '7 days') AS mail_failed,
           (SELECT count(*)::int FROM mail WHERE status = 'off'
               AND created_at > now() - interval '7 days') AS mail_off`
  return found ?? null
}
