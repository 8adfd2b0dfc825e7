import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { findConnectionRow } from './connection-row.ts'
import { type Look, lookAtServer } from './look-at-server.ts'

/**
 * Looks at the server of an environment at once, for a person who does not wait for the worker.
 *
 * @throws Refused `forbidden`; `not_found` where it is not connected.
 */
export async function lookNow(actor: Actor, environment: string): Promise<Look> {
  if (!may(actor, 'environment.connect')) {
    throw new Refused({ code: 'forbidden', action: 'environment.connect' })
  }
  const row = await findConnectionRow(db(), environment)
  const look = row && (await lookAtServer(row.id))
  if (look) return look
  throw new Refused({ code: 'not_found', what: 'connection of', key: environment })
}
