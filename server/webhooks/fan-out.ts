import { db } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'

/** Entries looked at in one transaction. */
const WINDOW = 5000

/** Messages are kept so long after they were settled. */
const KEPT_DAYS = 30

/**
 * Notes for every webhook that is on which entries it is to send, from where it stands to the end of
 * the log, and has them sent. The log is its own outbox: it is sealed without gaps and in the order
 * of commits, so that a place in it is all that need be remembered.
 *
 * @returns how many messages were noted.
 */
export async function fanOut(): Promise<number> {
  const webhooks = await db().webhook.findMany({
    where: { enabled: true, removed: false },
    select: { id: true },
  })
  let noted = 0
  for (const { id } of webhooks) {
    for (let window = await advance(id); window !== null; window = await advance(id)) {
      noted += window
    }
    await sendWaiting(id)
  }
  await db().$executeRaw`DELETE FROM webhook_delivery WHERE status <> 'pending'
    AND created_at < now() - make_interval(days => ${KEPT_DAYS})`
  return noted
}

/** Notes the messages of one window; null at the end of the log. */
async function advance(id: string): Promise<number | null> {
  return db().$transaction(async (tx) => {
    const [place] = await tx.$queryRaw<{ seq: bigint; newest: bigint }[]>`
      SELECT p.seq, coalesce((SELECT max(c.seq) FROM audit.chain c), 0) AS newest
        FROM webhook_progress p WHERE p.webhook_id = ${id}::uuid FOR UPDATE`
    if (!place || place.seq >= place.newest) return null
    const last =
      place.seq + BigInt(WINDOW) < place.newest ? place.seq + BigInt(WINDOW) : place.newest
    const noted = await tx.$executeRaw`
      INSERT INTO webhook_delivery (webhook_id, seq)
      SELECT w.id, l.seq FROM webhook w JOIN audit.listing l ON l.seq > ${place.seq} AND l.seq <= ${last}
       WHERE w.id = ${id}::uuid
         AND (w.kinds = '{}' OR l.type = ANY (w.kinds) OR split_part(l.type, '.', 1) = ANY (w.kinds))
         AND (w.environments = '{}' OR l.environment = ANY (w.environments))
       ORDER BY l.seq
      ON CONFLICT DO NOTHING`
    await tx.webhookProgress.update({ where: { webhookId: id }, data: { seq: last } })
    return noted
  })
}

async function sendWaiting(webhook: string): Promise<void> {
  const where = { webhookId: webhook, status: 'pending' }
  if ((await db().webhookDelivery.findFirst({ where, select: { id: true } })) === null) return
  await enqueue(db(), 'send_webhook', { webhook }, { jobKey: `webhook:${webhook}` })
}
