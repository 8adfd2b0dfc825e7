import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** An environment that an export's gates can be brought into. */
export interface ImportTarget {
  readonly key: string
  readonly name: string
  readonly protected: boolean
}

/**
 * The environments to bring other tools' toggles into, in their order.
 *
 * @throws Refused `forbidden` for who may not register toggles.
 */
export async function findImportTargets(actor: Actor): Promise<ImportTarget[]> {
  if (!may(actor, 'toggle.register')) {
    throw new Refused({ code: 'forbidden', action: 'toggle.register' })
  }
  return db().environment.findMany({
    select: { key: true, name: true, protected: true },
    orderBy: { position: 'asc' },
  })
}
