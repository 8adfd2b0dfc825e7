import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { editInTurn } from '../../domain/plan/edit-in-turn.ts'
import type { PlanEdit } from '../../domain/plan/plan-edit.ts'
import type { Reading } from '../../domain/plan/reading.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Done } from '../change.ts'
import { db } from '../db.ts'
import { DOCUMENT_LIMIT } from './document-text.ts'
import { revisionText } from './plan-text.ts'
import { type RevisedPlan, revisePlan } from './revise-plan.ts'

/** Edits of a plan's structure, made one after another. */
export interface EditPlan {
  readonly slug: string
  /** The revision that they were made for. */
  readonly revision: number
  readonly edits: readonly PlanEdit[]
}

/** A stretch of the revision's text that becomes other words; offsets in UTF-16 units. */
export interface ChangedSpan {
  readonly from: number
  readonly to: number
  /** 1-based line of `from`. */
  readonly line: number
  readonly was: string
  readonly text: string
}

/** What edits make of a text. */
export interface EditedText {
  readonly bytes: Uint8Array
  readonly changes: readonly ChangedSpan[]
  readonly reading: Reading
}

/**
 * Edits a plan's text by its structure and saves it as the next revision, all edits or none; what
 * follows from a revision (toggles, contacts, stale sign-offs, the entry) follows from it.
 *
 * @throws Refused `invalid` on `edits.N` for the first edit that finds no place, and as `revisePlan`.
 */
export async function editPlan(
  actor: Actor,
  { slug, revision, edits }: EditPlan,
): Promise<Done<RevisedPlan> & { edited: EditedText }> {
  const plan = await db().plan.findUnique({
    where: { slug },
    select: { id: true, teamId: true, revision: true },
  })
  const begun = plan && (await revisionText(db(), plan.id, revision))
  // What is refused for another reason is refused by the command below, which puts it on record.
  const isOpen = plan?.revision === revision && may(actor, 'plan.edit', plan.teamId)
  const edited = begun && isOpen ? editedText(begun.text, edits) : null
  const bytes = edited?.bytes ?? begun?.bytes ?? new TextEncoder().encode(slug)
  const done = await revisePlan(actor, { slug, bytes, revision })
  // Done without it: the same request was answered before, and is answered the same.
  return { ...done, edited: edited ?? editedText(begun?.text ?? '', edits) }
}

/**
 * What edits would make of a revision's text: of the newest what `editPlan` would save, of an older
 * one what whoever edited it had in mind. Keeps nothing, and puts nothing on record.
 *
 * @throws Refused as `editPlan`; `revision_conflict` only for a revision that is not there.
 */
export async function previewEdits(
  actor: Actor,
  { slug, revision, edits }: EditPlan,
): Promise<EditedText & { title: string; newest: number }> {
  if (!may(actor, 'plan.edit')) throw new Refused({ code: 'forbidden', action: 'plan.edit' })
  const plan = await db().plan.findUnique({ where: { slug } })
  if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  if (!may(actor, 'plan.edit', plan.teamId)) {
    throw new Refused({ code: 'forbidden', action: 'plan.edit' })
  }
  const begun = await revisionText(db(), plan.id, revision)
  if (!begun) {
    throw new Refused({
      code: 'revision_conflict',
      what: `"${plan.title}"`,
      expected: `"${revision}"`,
      actual: plan.revision,
    })
  }
  return { ...editedText(begun.text, edits), title: plan.title, newest: plan.revision }
}

function editedText(begun: string, edits: readonly PlanEdit[]): EditedText {
  const edited = editInTurn(begun, edits)
  if (!edited.done) throw refused(`edits.${edited.at}`, edited.why)
  const bytes = new TextEncoder().encode(edited.text)
  if (bytes.byteLength > DOCUMENT_LIMIT) {
    throw refused('edits', 'would make the document larger than 1 MiB.')
  }
  const changes = edited.changes.map(({ from, to, text }) => ({
    from,
    to,
    line: begun.slice(0, from).split(/\r\n|\r|\n/).length,
    was: begun.slice(from, to),
    text,
  }))
  return { bytes, changes, reading: edited.reading }
}

function refused(path: string, message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path, message }] })
}
