import { db } from '../db.ts'

/** Longer than one attempt may take, so that a lease is never lost while one is under way. */
const LEASE_S = 30
const AGAIN_MS = 500

type Lease =
  | { readonly taken: true }
  /** Null: there is nothing to send to. */
  | { readonly taken: false; readonly retryAt: Date | null }

/** Makes this process the one that sends for a webhook, unless another does or it is too early. */
export async function takeLease(webhookId: string): Promise<Lease> {
  const taken = await db().$executeRaw`
    UPDATE webhook_progress SET leased_until = now() + make_interval(secs => ${LEASE_S})
     WHERE webhook_id = ${webhookId}::uuid
       AND (leased_until IS NULL OR leased_until < now())
       AND (next_attempt_at IS NULL OR next_attempt_at <= now())`
  if (taken === 1) return { taken: true }
  const row = await db().webhookProgress.findUnique({ where: { webhookId } })
  if (row?.leasedUntil == null) return { taken: false, retryAt: row?.nextAttemptAt ?? null }
  // Who holds it may have looked for the last time before the newest message was noted.
  return { taken: false, retryAt: new Date(Date.now() + AGAIN_MS) }
}

/** Keeps the lease for another attempt. */
export async function holdLease(webhookId: string): Promise<void> {
  await db().$executeRaw`
    UPDATE webhook_progress SET leased_until = now() + make_interval(secs => ${LEASE_S})
     WHERE webhook_id = ${webhookId}::uuid`
}

/** Lets others send. */
export async function letGo(webhookId: string): Promise<void> {
  await db().webhookProgress.updateMany({ where: { webhookId }, data: { leasedUntil: null } })
}
