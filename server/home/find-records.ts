import type { Actor, Role } from '../../domain/actor.ts'
import { db } from '../db.ts'

/** A release whose roll call was decided, for who comes for its record. */
export interface RecordedRelease {
  readonly slug: string
  readonly title: string
  /** The newest decision. */
  readonly decision: string
  readonly round: number
  readonly decided_at: string
}

const READERS: ReadonlySet<Role> = new Set(['government_lead', 'auditor'])
const SHOWN = 6

/**
 * The releases of somebody's teams that were decided last, each once, the newest first: for
 * government leads and auditors, who come for the record; none for anybody else.
 */
export async function findRecords(actor: Actor): Promise<RecordedRelease[]> {
  if (actor.kind !== 'person') return []
  const reading = actor.memberships.filter(({ role }) => READERS.has(role))
  if (reading.length === 0) return []
  const teams = [...new Set(reading.map(({ teamId }) => teamId))]
  const rows = await db().$queryRaw<(Omit<RecordedRelease, 'decided_at'> & { at: Date })[]>`
    SELECT p.slug, p.title, r.decision, r.number AS round, r.decided_at AS at
      FROM plan p
     CROSS JOIN LATERAL (SELECT d.decision, d.number, d.decided_at FROM roll_call d
                          WHERE d.plan_id = p.id AND d.decision IS NOT NULL
                          ORDER BY d.number DESC LIMIT 1) r
     WHERE p.team_id = ANY (${teams}::uuid[])
     ORDER BY r.decided_at DESC, p.slug LIMIT ${SHOWN}`
  return rows.map(({ at, ...release }) => ({ ...release, decided_at: at.toISOString() }))
}
