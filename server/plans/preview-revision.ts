import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import type { Reading } from '../../domain/plan/reading.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { describeUpload } from './describe-upload.ts'
import type { ToggleLink } from './toggle-links.ts'

/** A text that a plan could get. */
export interface PreviewRevision {
  readonly slug: string
  readonly bytes: Uint8Array
}

/**
 * What would be read of a text if it were saved as a plan's next revision. Keeps nothing.
 *
 * @throws Refused `invalid` for what is not text, `forbidden`, `not_found`.
 */
export async function previewRevision(
  actor: Actor,
  { slug, bytes }: PreviewRevision,
): Promise<{ reading: Reading; toggles: ToggleLink[] }> {
  if (!may(actor, 'plan.edit')) throw new Refused({ code: 'forbidden', action: 'plan.edit' })
  const plan = await db().plan.findUnique({ where: { slug }, select: { teamId: true } })
  if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  if (!may(actor, 'plan.edit', plan.teamId)) {
    throw new Refused({ code: 'forbidden', action: 'plan.edit' })
  }
  return describeUpload(bytes)
}
