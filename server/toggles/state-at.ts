import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type ShownState, shownState } from '../../domain/toggle/mask-actors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { db } from '../db.ts'
import { seqAt } from './changed-between.ts'
import { actorsSql, gatesSql, pastGates } from './past-gates.ts'

/** What a toggle let in, in one environment, at a past moment. */
export interface PastState extends ShownState {
  readonly toggle: string
  readonly environment: string
  readonly archived: boolean
  readonly state: 'off' | 'conditional' | 'on'
  /** The state in words: "10 % of actors". */
  readonly words: string
  readonly version: number
  /** The entry that led to it, and when it was sealed: ISO 8601, UTC. */
  readonly seq: number
  readonly since: string
}

export interface StateAt {
  /** The moment asked for: ISO 8601, UTC. */
  readonly at: string
  /** The newest entry at that moment; 0 before the first. */
  readonly seq: number
  /** By toggle, then environment in its order. Only what was registered by then. */
  readonly states: readonly PastState[]
}

interface Row {
  readonly toggle: string
  readonly team_id: string
  readonly environment: string
  readonly archived: boolean
  readonly gates: string
  readonly actors: readonly string[] | null
  readonly version: number
  readonly seq: bigint
  readonly since: string
}

/**
 * Every toggle's state at a moment, from the log alone: each row as its newest entry by then left
 * it. What is not in the log was not there. An environment narrows it.
 *
 * @throws Refused `forbidden`, `not_found` for an environment that there is not.
 */
export async function stateAt(
  actor: Actor,
  { at, environment }: { readonly at: Date; readonly environment?: string | undefined },
): Promise<StateAt> {
  if (!may(actor, 'audit.read')) throw new Refused({ code: 'forbidden', action: 'audit.read' })
  if (environment !== undefined) {
    const found = await db().environment.findUnique({ where: { key: environment } })
    if (!found) throw new Refused({ code: 'not_found', what: 'environment', key: environment })
  }
  const seq = await seqAt(at)
  const rows = await statesUpTo(seq, environment ?? null)
  const readGates = pastGates()
  const states = rows.map(({ gates, actors, seq: led, team_id, ...row }): PastState => {
    const { state, words, gates: read } = readGates(gates, actors)
    const shown = shownState(read, may(actor, 'actors.read', team_id))
    return { ...row, state, words, ...shown, seq: Number(led) }
  })
  return { at: at.toISOString(), seq, states }
}

const image = Prisma.sql`c.after`

/**
 * Each state by its newest step, each toggle by its own: a few looks into an index for each row,
 * however long the log is. Every look is a subquery of its own that ends with the first find, so that
 * nothing of the log is ever joined as a whole.
 */
function statesUpTo(seq: number, environment: string | null): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    WITH known AS MATERIALIZED (
      SELECT t.id, t.key, t.team_id, g.archived
        FROM toggle t
       CROSS JOIN LATERAL (SELECT k.version FROM audit.step k
                            WHERE k.entity = 'toggle' AND k.entity_id = t.id AND k.seq <= ${seq}::bigint
                            ORDER BY k.seq DESC LIMIT 1) step
       CROSS JOIN LATERAL (SELECT (c.after ->> 'archived')::boolean AS archived FROM audit.change c
                            WHERE c.entity = 'toggle' AND c.entity_id = t.id AND c.version = step.version
                            LIMIT 1) g)
    SELECT t.key AS toggle, t.team_id::text AS team_id, v.key AS environment, t.archived,
           ${gatesSql(image)} AS gates, ${actorsSql(image)} AS actors, step.version, step.seq,
           (SELECT to_char(h.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
              FROM audit.chain h WHERE h.seq = step.seq) AS since
      FROM known t
      JOIN toggle_state s ON s.toggle_id = t.id
      JOIN environment v ON v.id = s.environment_id
     CROSS JOIN LATERAL (SELECT k.seq, k.version FROM audit.step k
                          WHERE k.entity = 'toggle_state' AND k.entity_id = s.id AND k.seq <= ${seq}::bigint
                          ORDER BY k.seq DESC LIMIT 1) step
     CROSS JOIN LATERAL (SELECT c.after FROM audit.change c
                          WHERE c.entity = 'toggle_state' AND c.entity_id = s.id
                            AND c.version = step.version LIMIT 1) c
     WHERE ${environment}::text IS NULL OR v.key = ${environment}
     ORDER BY t.key COLLATE "C", v.position, v.key`
}
