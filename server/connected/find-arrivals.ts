import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { hostOf } from './flipper-server.ts'

/** How far a toggle's state has come on the Flipper server of its environment. */
export interface Arrival {
  readonly server: string
  readonly pending: boolean
  /** When the state of record was made. */
  readonly since: string
  /** When it was last read back there; null before it ever was. */
  readonly confirmed_at: string | null
  readonly attempts: number
  readonly last_error: string | null
  /** What the server cannot hold of it. */
  readonly withheld: readonly string[]
}

interface Row {
  readonly environment: string
  readonly address: string
  readonly pending: boolean
  readonly since: Date
  readonly confirmed_at: Date | null
  readonly attempts: number
  readonly last_error: string | null
  readonly withheld: string[]
}

/**
 * How far a toggle has come in each connected environment, by the environment's key; the others are
 * left out, and of an unknown toggle there is none.
 *
 * @throws Refused `forbidden`.
 */
export async function findArrivals(
  actor: Actor,
  toggle: string,
): Promise<ReadonlyMap<string, Arrival>> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const rows = await db().$queryRaw<Row[]>`
    SELECT e.key AS environment, c.address, s.changed_at AS since, p.confirmed_at,
           (p.confirmed_version IS DISTINCT FROM s.version
             OR p.confirmed_archived <> t.archived) AS pending,
           coalesce(p.attempts, 0) AS attempts, p.last_error,
           coalesce(p.withheld, '{}') AS withheld
      FROM toggle t JOIN toggle_state s ON s.toggle_id = t.id
      JOIN environment e ON e.id = s.environment_id
      JOIN flipper_connection c ON c.environment_id = e.id AND NOT c.ended
      LEFT JOIN flipper_push p ON p.toggle_state_id = s.id AND p.connection_id = c.id
     WHERE t.key = ${toggle}`
  return new Map(
    rows.map(({ environment, address, since, confirmed_at, ...row }) => [
      environment,
      {
        ...row,
        server: hostOf(address),
        since: since.toISOString(),
        confirmed_at: confirmed_at?.toISOString() ?? null,
      },
    ]),
  )
}
