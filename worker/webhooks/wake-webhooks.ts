import { db } from '../../server/db.ts'
import { enqueue } from '../../server/jobs/enqueue.ts'
import { watchLog } from '../../server/live/watch-log.ts'
import { logFailure } from '../../server/log.ts'

/**
 * Has new entries sent as soon as they are sealed, while there is a webhook that is on. What is
 * missed here the timetable finds within a minute.
 *
 * @returns a function that ends it.
 */
export function wakeWebhooks(): () => void {
  return watchLog(() => {
    wake().catch((error: unknown) =>
      logFailure(error, { process: 'worker', what: 'wake webhooks' }),
    )
  })
}

async function wake(): Promise<void> {
  const where = { enabled: true, removed: false }
  const one = await db().webhook.findFirst({ where, select: { id: true } })
  if (one) await enqueue(db(), 'fan_out_webhooks', {}, { jobKey: 'fan_out_webhooks' })
}
