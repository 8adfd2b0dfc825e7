import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { type ShownState, shownState } from '../../domain/toggle/mask-actors.ts'
import { stateFromJson, stateToJson, stateWord } from '../../domain/toggle/state.ts'
import { db } from '../db.ts'

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
  readonly image: Record<string, unknown>
  /** The named actors by their values; who was erased since is not among them. */
  readonly actors: readonly string[]
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
  // The log knows microseconds: what was sealed within the millisecond asked for belongs to it.
  const end = new Date(at.getTime() + 1)
  const [newest] = await db().$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM audit.chain WHERE sealed_at < ${end} ORDER BY sealed_at DESC, seq DESC LIMIT 1`
  const seq = Number(newest?.seq ?? 0)
  const rows = await statesUpTo(seq, environment ?? null)
  return { at: at.toISOString(), seq, states: rows.map((row) => pastState(row, actor)) }
}

function statesUpTo(seq: number, environment: string | null): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT t.key AS toggle, t.team_id::text AS team_id, v.key AS environment, (g.after ->> 'archived')::boolean AS archived,
           c.after - 'actors' AS image, c.version, step.seq,
           to_char(h.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS since,
           ARRAY(SELECT n.value FROM jsonb_array_elements_text(c.after -> 'actors') a(digest)
                   JOIN named_actor n ON n.digest = a.digest WHERE n.value IS NOT NULL) AS actors
      FROM toggle_state s
      JOIN toggle t ON t.id = s.toggle_id
      JOIN environment v ON v.id = s.environment_id
     CROSS JOIN LATERAL (SELECT k.seq, k.version FROM audit.step k
                          WHERE k.entity = 'toggle_state' AND k.entity_id = s.id AND k.seq <= ${seq}::bigint
                          ORDER BY k.seq DESC LIMIT 1) step
     CROSS JOIN LATERAL (SELECT k.version FROM audit.step k
                          WHERE k.entity = 'toggle' AND k.entity_id = t.id AND k.seq <= ${seq}::bigint
                          ORDER BY k.seq DESC LIMIT 1) known
      JOIN audit.change c ON c.entity = 'toggle_state' AND c.entity_id = s.id AND c.version = step.version
      JOIN audit.change g ON g.entity = 'toggle' AND g.entity_id = t.id AND g.version = known.version
      JOIN audit.chain h ON h.seq = step.seq
     WHERE ${environment}::text IS NULL OR v.key = ${environment}
     ORDER BY t.key COLLATE "C", v.position, v.key`
}

function pastState({ image, actors, seq, team_id, ...row }: Row, actor: Actor): PastState {
  const state = stateFromJson({
    boolean: image.boolean,
    actors,
    groups: image.groups,
    percentage_of_actors: image.percentage_of_actors,
    percentage_of_time: image.percentage_of_time,
    expression: image.expression,
  })
  return {
    ...row,
    state: stateWord(state),
    words: describeState(state),
    ...shownState(stateToJson(state), may(actor, 'actors.read', team_id)),
    seq: Number(seq),
  }
}
