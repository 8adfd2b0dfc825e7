import type { Actor } from '../../domain/actor.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { type Entry, imageOf } from '../write-entry.ts'
import { ownOrManaged } from './own-or-managed.ts'

/**
 * Ends a token: the management API refuses it at once, evaluation within seconds. Ending it twice is
 * ending it once.
 *
 * @throws Refused `not_found`, also for a token that is not the actor's to end.
 */
export async function revokeToken(actor: Actor, id: string): Promise<Done<{ id: string }>> {
  return change(actor, { tried: 'revoke a token', target: {} }, async (tx) => {
    const row = await ownOrManaged(tx, actor, id)
    if (row.revoked) return { result: { id }, entries: 'unchanged' }
    return { result: { id }, entries: [await endToken(tx, row)] }
  })
}

type EndedToken = Pick<
  Awaited<ReturnType<typeof ownOrManaged>>,
  'id' | 'name' | 'kind' | 'version' | 'environment'
>

/** Ends a token that is locked, and gives the entry that says so. */
export async function endToken(tx: Db, row: EndedToken): Promise<Entry> {
  const { id, name, kind, version, environment } = row
  const before = await imageOf(tx, 'api_token', id)
  await tx.apiToken.update({ where: { id }, data: { revoked: true, version: version + 1 } })
  const target = environment ? { environment: environment.key } : {}
  const changed = [{ entity: 'api_token', id, before }] as const
  return { type: 'token.revoked', target, data: { name, kind }, changed }
}
