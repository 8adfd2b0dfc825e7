import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { askAgainSoon } from '../roll-call/asking/ask-again-soon.ts'
import { imageOf } from '../write-entry.ts'
import { lockPlan } from './lock-plan.ts'
import { readUpload } from './read-upload.ts'
import { writeDerived } from './write-derived.ts'

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
    const { bytes, sha256, reading, title } = upload
    const current = await tx.planRevision.findUniqueOrThrow({
      where: { planId_number: { planId: plan.id, number: plan.revision } },
      select: { sha256: true },
    })
    if (current.sha256 === sha256) {
      return {
        result: { slug, title: plan.title, revision: plan.revision },
        entries: 'unchanged',
      }
    }
    const revision = plan.revision + 1
    const before = await imageOf(tx, 'plan', plan.id)
    const written = await tx.plan.updateMany({
      where: { id: plan.id, version: plan.version },
      data: { title, kind: reading.kind, revision, version: plan.version + 1 },
    })
    if (written.count !== 1) throw conflict(plan.title, input.revision, plan.revision)
    const id = randomUUID()
    const authorId = actor.kind === 'person' ? actor.id : null
    await tx.planRevision.create({
      data: { id, planId: plan.id, number: revision, body: bytes, sha256, authorId },
    })
    await writeDerived(tx, plan.id, reading)
    await askAgainSoon(tx, plan.id)
    return {
      result: { slug, title, revision },
      entries: [
        {
          type: 'plan.revised',
          target: { plan: slug },
          data: { revision, sha256 },
          changed: [
            { entity: 'plan', id: plan.id, before },
            { entity: 'plan_revision', id, before: null },
          ],
        },
      ],
    }
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
