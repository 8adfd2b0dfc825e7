import { Prisma } from '../../generated/prisma/client.ts'
import { db } from '../db.ts'
import { actorsSql, gatesSql } from './past-gates.ts'

/** A toggle in an environment that the log tells something of between two entries. */
export interface ChangedRow {
  readonly toggle: string
  readonly team_id: string
  readonly environment: string
  /** Null in all four where it was not registered yet. */
  readonly before_version: number | null
  readonly before_seq: bigint | null
  readonly before_gates: string | null
  readonly before_actors: readonly string[] | null
  readonly after_version: number
  readonly after_seq: bigint
  readonly after_gates: string
  readonly after_actors: readonly string[] | null
  /** Whether the state after is another than the one before. */
  readonly differs: boolean
  /** Newest first with commas between, one more than are listed where there are more. */
  readonly seqs: string
}

/** The most flips of one toggle in one environment that a difference lists. */
export const FLIPS_COUNTED = 20

/** The newest entry at a moment, its whole millisecond; 0 before the first. */
export async function seqAt(moment: Date): Promise<number> {
  const end = new Date(moment.getTime() + 1)
  const [newest] = await db().$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM audit.chain WHERE sealed_at < ${end} ORDER BY sealed_at DESC, seq DESC LIMIT 1`
  return Number(newest?.seq ?? 0)
}

const [before, after] = [Prisma.sql`before.image`, Prisma.sql`after.image`]

/**
 * What was changed after one entry, up to another: each state by the step before and the newest
 * step, a few looks into an index for each toggle and environment, however long the log is. Each look
 * is a subquery of its own that ends with the first find, so that nothing is joined as a whole.
 */
export function changedBetween(
  first: number,
  last: number,
  environment: string | null,
): Promise<ChangedRow[]> {
  return db().$queryRaw<ChangedRow[]>`
    SELECT t.key AS toggle, t.team_id::text AS team_id, v.key AS environment,
           before.version AS before_version, before.seq AS before_seq,
           ${gatesSql(before)} AS before_gates, ${actorsSql(before)} AS before_actors,
           after.version AS after_version, after.seq AS after_seq,
           ${gatesSql(after)} AS after_gates, ${actorsSql(after)} AS after_actors,
           before.image IS DISTINCT FROM after.image AS differs,
           array_to_string(ARRAY(
             SELECT k.seq FROM audit.step k
              WHERE k.entity = 'toggle_state' AND k.entity_id = s.id
                AND k.seq > ${first}::bigint AND k.seq <= ${last}::bigint
              ORDER BY k.seq DESC LIMIT ${FLIPS_COUNTED + 1}), ',') AS seqs
      FROM toggle_state s
      JOIN toggle t ON t.id = s.toggle_id
      JOIN environment v ON v.id = s.environment_id
     CROSS JOIN LATERAL (${lastStep(Prisma.sql`k.seq > ${first}::bigint AND k.seq <= ${last}::bigint`)}) after
      LEFT JOIN LATERAL (${lastStep(Prisma.sql`k.seq <= ${first}::bigint`)}) before ON true
     WHERE ${environment}::text IS NULL OR v.key = ${environment}
     ORDER BY t.key COLLATE "C", v.position, v.key`
}

/** The newest step of a state `s` among some, with the image that it led to. */
function lastStep(among: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT k.seq, k.version,
           (SELECT c.after FROM audit.change c
             WHERE c.entity = 'toggle_state' AND c.entity_id = s.id AND c.version = k.version
             LIMIT 1) AS image
      FROM audit.step k
     WHERE k.entity = 'toggle_state' AND k.entity_id = s.id AND ${among}
     ORDER BY k.seq DESC LIMIT 1`
}
