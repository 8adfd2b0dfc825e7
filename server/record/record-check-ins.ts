import { z } from 'zod'
import type { CheckInOutcome } from '../../domain/plan/outcomes.ts'
import type { RecordedCheckIn } from '../../domain/record/recorded-outcome.ts'
import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import type { Db } from '../db.ts'
import { actsOf } from './acts-of.ts'
import { outcomeOf } from './record-outcome.ts'

const image = z.object({ results: z.unknown(), revision: z.int() })

/** A plan's looks back: what its text says of each, and what was recorded up to an entry. */
export async function recordCheckIns(
  tx: Db,
  planId: string,
  { said, upTo }: { readonly said: readonly CheckInOutcome[]; readonly upTo: number },
): Promise<ReleaseRecord['check_ins']> {
  const rows = await tx.checkIn.findMany({
    where: { planId },
    select: { id: true, which: true, dueOn: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  const ids = rows.map(({ id }) => id)
  const acts = await actsOf(tx, 'check_in', ids, upTo)
  const recordedOf = (which: string) =>
    rows
      .filter((row) => row.which === which)
      .flatMap(({ id, dueOn }): RecordedCheckIn[] => {
        const its = acts.get(id) ?? []
        const newest = its.at(-1)
        if (!newest) return []
        const { results, revision } = image.parse(newest.after)
        const outcome = outcomeOf(its, results, new Set())
        return outcome
          ? [{ id, due_on: dueOn.toISOString().slice(0, 10), revision, ...outcome }]
          : []
      })
  return said.map((one) => ({ ...one, recorded: recordedOf(one.check_in) }))
}
