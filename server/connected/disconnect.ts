import type { Actor } from '../../domain/actor.ts'
import { change, type Done } from '../change.ts'
import { imageOf } from '../write-entry.ts'
import { lockConnection } from './connection-row.ts'
import { hostOf } from './flipper-server.ts'
import { findStatesToPush } from './push-row.ts'
import { requireConnector } from './require-connector.ts'

/** What ending a connection left behind. */
export interface Disconnected {
  readonly environment: string
  /** How many states had not arrived there. */
  readonly pending: number
}

/**
 * Ends a connection: the server keeps what stands there, Rollcall keeps its own, the token is
 * forgotten. What had not arrived is told.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function disconnectEnvironment(
  actor: Actor,
  environment: string,
  { reason }: { readonly reason: string },
): Promise<Done<Disconnected>> {
  const target = { environment }
  const attempt = { tried: `disconnect ${environment} from its Flipper server`, target }
  return change(actor, attempt, async (tx) => {
    requireConnector(actor)
    const row = await lockConnection(tx, environment)
    const states = await findStatesToPush(tx, row)
    const pending = states.filter((state) => state.pending).length
    const before = await imageOf(tx, 'flipper_connection', row.id)
    await tx.flipperConnection.update({
      where: { id: row.id },
      data: { ended: true, endedAt: new Date(), sealedToken: null, version: row.version + 1 },
    })
    await tx.flipperPush.deleteMany({ where: { connectionId: row.id } })
    await tx.flipperLook.deleteMany({ where: { connectionId: row.id } })
    const data = { server: hostOf(row.address), pending }
    const changed = [{ entity: 'flipper_connection', id: row.id, before }] as const
    const entry = { type: 'environment.disconnected', target, data, changed } as const
    return {
      result: { environment, pending },
      entries: [{ ...entry, texts: { reason } }],
    }
  })
}
