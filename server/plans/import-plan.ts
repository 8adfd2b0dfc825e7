import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { teamOf } from '../teams/team-of.ts'
import { registerToggles } from '../toggles/create-toggle.ts'
import type { Entry } from '../write-entry.ts'
import { chooseToggles } from './choose-toggles.ts'
import { findSameText, type SameText } from './find-same-text.ts'
import { freeSlug } from './free-slug.ts'
import { readUpload } from './read-upload.ts'
import { writeDerived } from './write-derived.ts'

/** A document to keep as a release plan. */
export interface ImportPlan {
  readonly bytes: Uint8Array
  /** Keys of the plan's toggles to put into the registry in the same step. */
  readonly register: readonly string[]
  /** The slug of the owning team; the actor's own when left out. */
  readonly team?: string | undefined
}

/** A plan that was kept. */
export interface ImportedPlan {
  readonly slug: string
  readonly title: string
  readonly revision: number
  readonly registered: readonly string[]
  /** Plans that had exactly these bytes before. */
  readonly sameText: readonly SameText[]
}

/**
 * Keeps a document as a release plan, byte for byte, and registers the toggles that were chosen
 * from it. The same bytes may be kept twice (a copy to work on); the answer says so.
 *
 * @throws Refused `invalid` for what is not text or a key that the plan does not name; `forbidden`;
 * `archived` for a retired key; `already_exists` when somebody registers the same key meanwhile.
 */
export async function importPlan(actor: Actor, input: ImportPlan): Promise<Done<ImportedPlan>> {
  // Read before the transaction opens: a long document would keep its connection waiting.
  const upload = may(actor, 'plan.import') ? readUpload(input.bytes) : null
  return change(actor, { tried: 'import a release plan', target: {} }, async (tx) => {
    const { id: teamId } = await teamOf(tx, actor, input.team)
    if (!upload || !may(actor, 'plan.import', teamId)) {
      throw new Refused({ code: 'forbidden', action: 'plan.import' })
    }
    const { bytes, sha256, reading, title } = upload
    const sameText = await findSameText(tx, sha256)
    const toggles = await chooseToggles(tx, actor, reading, input.register, teamId)
    const registrations = await registerToggles(tx, toggles, teamId)
    const slug = await freeSlug(tx, title)
    const planId = randomUUID()
    const revisionId = randomUUID()
    const authorId = actor.kind === 'person' ? actor.id : null
    await tx.plan.create({
      data: { id: planId, slug, title, kind: reading.kind, teamId, revision: 1 },
    })
    await tx.planRevision.create({
      data: { id: revisionId, planId, number: 1, body: bytes, sha256, authorId },
    })
    await writeDerived(tx, planId, reading)
    const registered = toggles.map(({ key }) => key)
    const imported: Entry = {
      type: 'plan.imported',
      target: { plan: slug },
      data: { title, sha256, registered },
      changed: [
        { entity: 'plan', id: planId, before: null },
        { entity: 'plan_revision', id: revisionId, before: null },
      ],
    }
    return {
      result: { slug, title, revision: 1, registered, sameText },
      entries: [imported, ...registrations],
    }
  })
}
