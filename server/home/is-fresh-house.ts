import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/**
 * Whether nobody has brought in anything yet: no plan and no toggle.
 *
 * @throws Refused `forbidden`.
 */
export async function isFreshHouse(actor: Actor): Promise<boolean> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const plan = await db().plan.findFirst({ select: { id: true } })
  const toggle = plan ?? (await db().toggle.findFirst({ select: { id: true } }))
  return toggle === null
}
