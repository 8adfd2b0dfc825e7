import type { Actor } from '../domain/actor.ts'
import { Refused } from '../domain/refusal.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Db } from './db.ts'

export interface KeptAnswer<R> {
  readonly result: R
  readonly eventIds: readonly string[]
}

/**
 * What an earlier request with the same Idempotency-Key of the same caller was answered; null when
 * there was none. Holds a lock on the key until the transaction ends, so of two at once one waits.
 *
 * @throws Refused `idempotency_key_reused` when the key came with another request.
 */
export async function recallAnswer<R>(tx: Db, actor: Actor): Promise<KeptAnswer<R> | null> {
  const { idempotency, requestId } = actor.origin
  if (!idempotency) return null
  const lock = `${actor.kind}:${actor.id}:${idempotency.key}`
  // A request that brought no key of its own is kept under its request id, which nobody can repeat.
  if (idempotency.key !== requestId)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
  const kept = await tx.idempotency.findUnique({
    where: { caller_key: { caller: `${actor.kind}:${actor.id}`, key: idempotency.key } },
  })
  if (!kept) return null
  if (kept.fingerprint !== idempotency.fingerprint) {
    throw new Refused({ code: 'idempotency_key_reused' })
  }
  return { result: kept.result as R, eventIds: kept.eventIds }
}

/** Keeps the answer of this request, in its own transaction, for when it is repeated. */
export async function rememberAnswer(
  tx: Db,
  actor: Actor,
  result: unknown,
  eventIds: readonly string[],
): Promise<void> {
  const { idempotency } = actor.origin
  if (!idempotency) return
  await tx.idempotency.create({
    data: {
      caller: `${actor.kind}:${actor.id}`,
      key: idempotency.key,
      fingerprint: idempotency.fingerprint,
      result: (result ?? null) as Prisma.InputJsonValue,
      eventIds: [...eventIds],
    },
  })
}
