import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import type { Db } from '../db.ts'
import { firstStep, laterStep, stepsOf } from './steps-of.ts'

const FREEZES_SHOWN = 100

/** The freezes that lie in a span of time, as far as the log told them up to an entry. */
export async function recordFreezes(
  tx: Db,
  { from, to, upTo }: { readonly from: Date; readonly to: Date; readonly upTo: number },
): Promise<ReleaseRecord['freezes']> {
  const rows = await tx.freezeWindow.findMany({
    where: { startsAt: { lte: to }, endsAt: { gte: from } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  const steps = await stepsOf(
    tx,
    'freeze_window',
    rows.map(({ id }) => id),
    upTo,
  )
  const there = rows.filter(({ id }) => steps.has(id))
  const shown = there.slice(-FREEZES_SHOWN).map(({ id, startsAt, endsAt, reason, ...row }) => ({
    id,
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
    environments: row.environments,
    reason,
    set: firstStep(steps, id),
    lifted: row.lifted ? laterStep(steps, id) : null,
  }))
  return { total: there.length, shown }
}
