import type { Reading } from '../../domain/plan/reading.ts'
import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import type { Told } from '../../domain/record/told.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'
import { readingOf } from '../plans/understood.ts'
import type { RecordSpan } from './record-span.ts'
import { firstStep, stepsOf } from './steps-of.ts'

/** A plan's text at the end of a span, and the texts before it. */
export interface RecordPlan {
  readonly text: ReleaseRecord['text']
  readonly reading: Reading
  /** Newest first. */
  readonly revisions: ReleaseRecord['revisions']
  /** The entry with which the plan came. */
  readonly imported: Told | null
  /** The revision that stood after an entry of the log. */
  readonly revisionAt: (seq: number) => number
}

const REVISIONS_SHOWN = 50

/** The text of a plan as it stood at the end of a span. */
export async function recordPlan(tx: Db, planId: string, span: RecordSpan): Promise<RecordPlan> {
  const rows = await tx.planRevision.findMany({
    where: { planId },
    select: { id: true, number: true, sha256: true },
    orderBy: { number: 'desc' },
  })
  const ids = rows.map(({ id }) => id)
  const steps = await stepsOf(tx, 'plan_revision', ids, span.seq)
  const there = rows.filter(({ id }) => steps.has(id))
  const [newest] = there
  // As of a decision there is always one: a plan begins with its first revision.
  if (!newest) throw new Refused({ code: 'not_found', what: 'revision', key: '1' })
  const { body } = await tx.planRevision.findUniqueOrThrow({
    where: { id: newest.id },
    select: { body: true },
  })
  const markdown = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  const revisions = there.map(({ id, number, sha256 }) => ({
    number,
    sha256,
    saved: firstStep(steps, id),
  }))
  const { number, sha256 } = newest
  const saved = firstStep(steps, newest.id)
  return {
    text: { number, sha256, saved, bytes: body.byteLength, markdown },
    reading: readingOf(sha256, markdown),
    revisions: { total: there.length, shown: revisions.slice(0, REVISIONS_SHOWN) },
    imported: revisions.at(-1)?.saved ?? null,
    revisionAt: (seq) =>
      revisions.find(({ saved }) => saved !== null && saved.seq <= seq)?.number ?? 1,
  }
}
