import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { editPlan } from '../../domain/plan/edit-plan.ts'
import { Refused } from '../../domain/refusal.ts'
import { type CheckInName, dueOn } from '../../domain/rollout/check-in.ts'
import { type CheckInWords, checkInText } from '../../domain/rollout/check-in-text.ts'
import { verdictCounts } from '../../domain/rollout/results-standing.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { lockPlan, type PlanRow } from '../plans/lock-plan.ts'
import { planText } from '../plans/plan-text.ts'
import { readUpload } from '../plans/read-upload.ts'
import { saveRevision } from '../plans/save-revision.ts'
import { checkInDaysOf } from '../plans/understood.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { type Entry, imageOf } from '../write-entry.ts'
import { fullRolloutAt } from './full-rollout.ts'

/** What a check-in takes. */
export interface RecordCheckIn extends CheckInWords {
  readonly slug: string
  readonly which: CheckInName
}

/**
 * Records a look back and writes it into the plan as its next revision, in the section that the
 * plan has for it. Recording it again replaces what was written. No sign-off goes stale by it.
 *
 * @throws Refused `forbidden`, `not_found`; `stage_not_ready` while nothing is fully out;
 * `invalid` where the document has no place for it.
 */
export async function recordCheckIn(
  actor: Actor,
  input: RecordCheckIn,
): Promise<Done<{ revision: number }>> {
  const { slug, which } = input
  const attempt = { tried: `record a check-in of ${slug}`, target: { plan: slug } }
  return change(actor, attempt, async (tx) => {
    const plan = await lockPlan(tx, actor, 'check_in.record', slug)
    const full = await fullRolloutAt(tx, plan.id)
    if (full === null) {
      throw new Refused({
        code: 'stage_not_ready',
        detail: `"${plan.title}" is not fully out yet: a check-in looks back on a full rollout.`,
      })
    }
    const text = await planText(tx, plan.id)
    const due = dueOn(which, full, checkInDaysOf(text)[which])
    const dueDate = new Date(`${due}T00:00:00Z`)
    const kept = await tx.checkIn.findFirst({
      where: { planId: plan.id, which, recordedAt: { gte: full } },
      orderBy: { recordedAt: 'desc' },
      select: { id: true, version: true, written: true },
    })
    const written = checkInText(input)
    const saved = await writeInto(tx, actor, plan, {
      which,
      text: text.text,
      former: kept?.written ?? null,
      written,
    })
    const revision = saved?.revision ?? plan.revision
    const { users, metrics, errors } = input
    const columns = {
      results: { users, metrics, errors } as unknown as Prisma.InputJsonValue,
      revision,
      errorsNote: input.errorsNote ?? null,
      note: input.note ?? null,
      written,
      recordedBy: actor.id,
      recordedAt: await databaseNow(tx),
    }
    const id = kept?.id ?? randomUUID()
    const before = kept ? await imageOf(tx, 'check_in', id) : null
    if (kept) {
      const data = { ...columns, version: kept.version + 1 }
      await tx.checkIn.updateMany({ where: { id, version: kept.version }, data })
    } else {
      await tx.checkIn.create({ data: { id, planId: plan.id, which, dueOn: dueDate, ...columns } })
    }
    const entry: Entry = {
      type: 'check_in.recorded',
      target: { plan: slug },
      data: { which, due_on: due, revision, verdicts: verdictCounts({ metrics }) },
      texts: {
        ...(input.errorsNote === undefined ? {} : { detail: input.errorsNote }),
        ...(input.note === undefined ? {} : { note: input.note }),
      },
      changed: [{ entity: 'check_in', id, before }],
    }
    return { result: { revision }, entries: saved ? [entry, saved.entry] : [entry] }
  })
}

interface ToWrite {
  readonly which: CheckInName
  readonly text: string
  /** What an earlier record of the same look back wrote. */
  readonly former: string | null
  readonly written: string
}

async function writeInto(tx: Db, actor: Actor, plan: PlanRow, to: ToWrite) {
  const { which, text, former, written } = to
  const next =
    replaced(text, former, written) ??
    editPlan(text, { edit: 'set_check_in', which, text: written })?.text
  if (next === undefined) {
    const message = 'has no place where this check-in would be read. Write it into the plan first.'
    throw new Refused({ code: 'invalid', errors: [{ path: 'document', message }] })
  }
  return saveRevision(tx, actor, plan, readUpload(new TextEncoder().encode(next)))
}

/** The text with what an earlier record wrote replaced; null where that is no longer there once. */
function replaced(text: string, former: string | null, written: string): string | null {
  if (former === null) return null
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const [before, after, ...more] = text.split(former.replaceAll('\n', end))
  if (before === undefined || after === undefined || more.length > 0) return null
  return `${before}${written.replaceAll('\n', end)}${after}`
}
