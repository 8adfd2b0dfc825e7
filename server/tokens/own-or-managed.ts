import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'

const TOKEN = {
  id: true,
  name: true,
  kind: true,
  personId: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  revoked: true,
  version: true,
  environment: { select: { id: true, key: true } },
} as const

/**
 * A token that the actor may put an end to, locked until the transaction ends: their own, or any
 * for whoever manages tokens. To others there is no such token.
 *
 * @throws Refused `not_found`.
 */
export async function ownOrManaged(tx: Db, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT FROM api_token WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.apiToken.findUnique({ where: { id }, select: TOKEN })
  const isOwn = row !== null && actor.kind === 'person' && row.personId === actor.id
  if (!row || (!isOwn && !may(actor, 'token.manage'))) {
    throw new Refused({ code: 'not_found', what: 'token', key: id })
  }
  return row
}
