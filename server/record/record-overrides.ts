import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import type { Db } from '../db.ts'
import { firstStep, laterStep, stepsOf } from './steps-of.ts'

const OVERRIDES_SHOWN = 100

/** The overrides of some toggles up to an entry of the log, each with its review. */
export async function recordOverrides(
  tx: Db,
  toggleIds: readonly string[],
  upTo: number,
): Promise<ReleaseRecord['overrides']> {
  const rows = await tx.override.findMany({
    where: { toggleState: { toggleId: { in: [...toggleIds] } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      checks: true,
      reason: true,
      verdict: true,
      reviewNote: true,
      toggleState: {
        select: { toggle: { select: { key: true } }, environment: { select: { key: true } } },
      },
    },
  })
  const steps = await stepsOf(
    tx,
    'override',
    rows.map(({ id }) => id),
    upTo,
  )
  const there = rows.filter(({ id }) => steps.has(id))
  const shown = there.slice(-OVERRIDES_SHOWN).map(({ id, checks, reason, ...row }) => {
    const reviewed = laterStep(steps, id)
    return {
      id,
      toggle: row.toggleState.toggle.key,
      environment: row.toggleState.environment.key,
      checks,
      reason,
      made: firstStep(steps, id),
      verdict: reviewed && row.verdict,
      review_note: reviewed && row.reviewNote,
      reviewed,
    }
  })
  return { total: there.length, shown }
}
