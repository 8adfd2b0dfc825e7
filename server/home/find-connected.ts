import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { hostOf } from '../connected/flipper-server.ts'
import { db } from '../db.ts'

/** A toggle that stands as others set it on a connected server. */
export interface OutsideChange {
  readonly seq: number
  readonly toggle: string
  readonly environment: string
  readonly from: string
  readonly to: string
  readonly server: string
  readonly at: string
}

/** A state that has not arrived on a connected server although it was made a minute ago. */
export interface LateArrival {
  readonly toggle: string
  readonly environment: string
  readonly server: string
  readonly since: string
  readonly last_error: string | null
}

interface OutsideRow {
  readonly seq: bigint
  readonly toggle: string
  readonly environment: string
  readonly data: { readonly from: string; readonly to: string; readonly server: string }
  readonly at: Date
}

/**
 * What others changed on connected servers in the last week and nobody has flipped since, newest
 * first, and what is late to arrive there, oldest first; at most 50 of each.
 *
 * @throws Refused `forbidden`.
 */
export async function findConnected(
  actor: Actor,
): Promise<{ outside: readonly OutsideChange[]; late: readonly LateArrival[] }> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const outside = await db().$queryRaw<OutsideRow[]>`
    SELECT ch.seq, t.key AS toggle, e.key AS environment, ev.payload::jsonb -> 'data' AS data,
           ch.sealed_at AS at
      FROM audit.event ev JOIN audit.chain ch ON ch.event_id = ev.id
      JOIN audit.change c ON c.event_id = ev.id AND c.entity = 'toggle_state'
      JOIN toggle_state s ON s.id = c.entity_id AND s.version = c.version
      JOIN toggle t ON t.id = s.toggle_id JOIN environment e ON e.id = s.environment_id
     WHERE ev.type = 'toggle.changed_outside' AND ev.inserted_at > now() - interval '7 days'
     ORDER BY ch.seq DESC LIMIT 50`
  const late = await db().$queryRaw<
    (Omit<LateArrival, 'since' | 'server'> & { since: Date; address: string })[]
  >`
    SELECT t.key AS toggle, e.key AS environment, c.address, s.changed_at AS since, p.last_error
      FROM flipper_connection c JOIN environment e ON e.id = c.environment_id
      JOIN toggle_state s ON s.environment_id = e.id JOIN toggle t ON t.id = s.toggle_id
      LEFT JOIN flipper_push p ON p.toggle_state_id = s.id AND p.connection_id = c.id
     WHERE NOT c.ended AND greatest(s.changed_at, c.connected_at) < now() - interval '1 minute'
       AND (p.confirmed_version IS DISTINCT FROM s.version OR p.confirmed_archived <> t.archived)
     ORDER BY s.changed_at LIMIT 50`
  return {
    outside: outside.map(({ seq, data, at, ...row }) => ({
      ...row,
      seq: Number(seq),
      from: data.from,
      to: data.to,
      server: data.server,
      at: at.toISOString(),
    })),
    late: late.map(({ address, since, ...row }) => ({
      ...row,
      server: hostOf(address),
      since: since.toISOString(),
    })),
  }
}
