import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { findConnectionRow } from './connection-row.ts'
import { type Look, lookAtServer } from './look-at-server.ts'
import { requireConnectorOnRecord } from './require-connector.ts'

/**
 * Looks at the server of an environment at once, for a person who does not wait for the worker.
 *
 * @throws Refused `forbidden`; `not_found` where it is not connected.
 */
export async function lookNow(actor: Actor, environment: string): Promise<Look> {
  const attempt = { tried: `look at the Flipper server of ${environment}`, target: { environment } }
  await requireConnectorOnRecord(actor, attempt)
  const row = await findConnectionRow(db(), environment)
  const look = row && (await lookAtServer(row.id))
  if (look) return look
  throw new Refused({ code: 'not_found', what: 'connection of', key: environment })
}
