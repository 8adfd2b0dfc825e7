import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { lockPlan } from './lock-plan.ts'
import { readUpload } from './read-upload.ts'
import { saveRevision } from './save-revision.ts'

/** A new text for a plan. */
export interface RevisePlan {
  readonly slug: string
  readonly bytes: Uint8Array
  /** The revision that was edited. */
  readonly revision: number
}

/** A plan after an edit. */
export interface RevisedPlan {
  readonly slug: string
  readonly title: string
  readonly revision: number
}

/**
 * Saves a new text of a plan as its next revision. Saving the bytes that it has already changes
 * nothing. Sign-offs on sections that now mean something else go stale by themselves.
 *
 * @throws Refused `invalid` for what is not text, `revision_conflict` when somebody saved meanwhile,
 * `forbidden`, `not_found`.
 */
export async function revisePlan(actor: Actor, input: RevisePlan): Promise<Done<RevisedPlan>> {
  const { slug } = input
  const attempt = { tried: `revise "${slug}"`, target: { plan: slug } }
  // Read before the transaction opens: nobody waits for a long document.
  const upload = may(actor, 'plan.edit') ? readUpload(input.bytes) : null
  return change(actor, attempt, async (tx) => {
    const plan = await lockPlan(tx, actor, 'plan.edit', slug)
    if (!upload) throw new Refused({ code: 'forbidden', action: 'plan.edit' })
    if (plan.revision !== input.revision) throw conflict(plan.title, input.revision, plan.revision)
    const saved = await saveRevision(tx, actor, plan, upload)
    const title = saved ? upload.title : plan.title
    const result = { slug, title, revision: saved?.revision ?? plan.revision }
    return { result, entries: saved ? [saved.entry] : 'unchanged' }
  })
}

function conflict(title: string, expected: number, actual: number): Refused {
  return new Refused({
    code: 'revision_conflict',
    what: `"${title}"`,
    expected: `"${expected}"`,
    actual,
  })
}
