import type { RecordedRound } from '../../domain/record/recorded-round.ts'
import type { Told } from '../../domain/record/told.ts'
import type { Db } from '../db.ts'
import { findAttendance } from '../roll-call/find-attendance.ts'
import { stepsOf } from './steps-of.ts'

/**
 * Who was in the meeting of a round, each coming and going with its entry, up to an entry of the
 * log; and, once it was decided, who was there then.
 */
export async function recordAttendance(
  tx: Db,
  rollCallId: string,
  { decided, upTo }: { readonly decided: Told | null; readonly upTo: number },
): Promise<RecordedRound['attendance']> {
  const people = await findAttendance(tx, rollCallId)
  if (people.length === 0) return []
  const ids = people.map(({ id }) => id)
  const steps = await stepsOf(tx, 'attendance', ids, upTo)
  const came = await presences(tx, ids)
  return people.flatMap(({ id, name }) => {
    const moves = (steps.get(id) ?? []).map(({ version, seq, at, by }) => ({
      present: came.get(`${id} ${version}`) ?? false,
      told: { seq, at, by },
    }))
    if (moves.length === 0) return []
    const then = decided && moves.findLast(({ told }) => told.seq <= decided.seq)
    return [{ name, at_decision: decided && (then?.present ?? false), moves }]
  })
}

/** Whether each version of some rows says present, by `id version`. */
async function presences(tx: Db, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const rows = await tx.$queryRaw<{ id: string; version: number; present: boolean }[]>`
    SELECT g.entity_id::text AS id, g.version, (g.after ->> 'present')::boolean AS present
      FROM audit.change g WHERE g.entity = 'attendance' AND g.entity_id = ANY (${ids}::uuid[])`
  return new Map(rows.map(({ id, version, present }) => [`${id} ${version}`, present]))
}
