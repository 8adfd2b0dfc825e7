import type { Actor } from '../../domain/actor.ts'
import type { ConnectionPatch } from '../../domain/connected/connection-input.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { db } from '../db.ts'
import { imageOf } from '../write-entry.ts'
import { findConnectionRow, lockConnection } from './connection-row.ts'
import { flipperServer, hostOf } from './flipper-server.ts'
import { pushSoon } from './push-soon.ts'
import { requireConnector, requireConnectorOnRecord } from './require-connector.ts'
import { sealToken } from './seal-token.ts'
import { readForPerson } from './try-server.ts'

/**
 * Gives a connection another token, tried first, or chooses what becomes of what others change there.
 * The address stays: another server is another connection.
 *
 * @throws Refused `forbidden`, `not_found`, `server_failed`; `invalid` for a token where none is sent.
 */
export async function changeConnection(
  actor: Actor,
  environment: string,
  { token, on_drift: onDrift }: ConnectionPatch,
): Promise<Done<{ environment: string }>> {
  const target = { environment }
  const attempt = { tried: `change the connection of ${environment}`, target }
  await requireConnectorOnRecord(actor, attempt)
  if (token !== undefined) await tryToken(environment, token)
  return change(actor, attempt, async (tx) => {
    requireConnector(actor)
    const row = await lockConnection(tx, environment)
    const chosen = onDrift ?? row.onDrift
    if (token === undefined && chosen === row.onDrift) {
      return { result: { environment }, entries: 'unchanged' }
    }
    const before = await imageOf(tx, 'flipper_connection', row.id)
    await tx.flipperConnection.update({
      where: { id: row.id },
      data: {
        onDrift: chosen,
        version: row.version + 1,
        ...(token === undefined
          ? {}
          : { sealedToken: sealToken(row, token), tokenGeneration: row.tokenGeneration + 1 }),
      },
    })
    // What the token before could not bring goes out at once.
    const waiting = await tx.flipperPush.findMany({
      where: { connectionId: row.id, lastError: { not: null } },
      select: { toggleStateId: true },
    })
    await pushSoon(
      tx,
      waiting.map(({ toggleStateId }) => toggleStateId),
    )
    const data = {
      server: hostOf(row.address),
      token: token !== undefined,
      on_drift: chosen === 'put_back' ? 'put_back' : 'adopt',
    } as const
    const changed = [{ entity: 'flipper_connection', id: row.id, before }] as const
    const entry = { type: 'environment.connection_changed', target, data, changed } as const
    return { result: { environment }, entries: [entry] }
  })
}

async function tryToken(environment: string, token: string): Promise<void> {
  const row = await findConnectionRow(db(), environment)
  if (!row) throw new Refused({ code: 'not_found', what: 'connection of', key: environment })
  if (row.auth === 'none') {
    const message = 'is not sent: the connection signs in by nothing.'
    throw new Refused({ code: 'invalid', errors: [{ path: 'token', message }] })
  }
  await readForPerson(() => flipperServer({ ...row, token }).readAll())
}
