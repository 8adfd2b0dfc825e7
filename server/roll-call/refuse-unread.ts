import type { SectionName } from '../../domain/plan/section-name.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'
import type { PlanRow } from '../plans/lock-plan.ts'
import { planSections } from '../plans/plan-text.ts'

/**
 * Refuses a word on content that its speaker has not read: one of the sections that the discipline
 * reviews was edited after the revision that they read. Other edits are no obstacle.
 *
 * @throws Refused `revision_conflict`; `invalid` for a revision that the plan has not reached.
 */
export async function refuseUnread(
  tx: Db,
  plan: PlanRow,
  reviews: readonly SectionName[],
  read: number | undefined,
): Promise<void> {
  if (read === undefined || read === plan.revision) return
  if (read > plan.revision) {
    const message = `names revision ${read}; the plan is at revision ${plan.revision}.`
    throw new Refused({ code: 'invalid', errors: [{ path: 'If-Match', message }] })
  }
  const sections = await planSections(tx, plan.id, read)
  if (reviews.every((section) => sections[section].since <= read)) return
  throw new Refused({
    code: 'revision_conflict',
    what: `"${plan.title}"`,
    expected: `"${read}"`,
    actual: plan.revision,
  })
}
