import type { Db } from '../db.ts'

/** Lets a webhook begin anew at the newest entry: what waits is given up, and says so. */
export async function skipMissed(tx: Db, webhookId: string): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { webhookId, status: 'pending' },
    data: { status: 'failed', error: 'skipped when the webhook was switched on again' },
  })
  const newest = await tx.auditChain.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } })
  await tx.webhookProgress.update({ where: { webhookId }, data: { seq: newest?.seq ?? 0n } })
}
