import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** A plan's text as it came, byte for byte. */
export interface PlanDocument {
  readonly bytes: Uint8Array
  readonly revision: number
  readonly sha256: string
}

/**
 * The document of a plan: its newest revision, or the one that is named.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function readDocument(
  actor: Actor,
  slug: string,
  revision?: number,
): Promise<PlanDocument> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const row = await db().planRevision.findFirst({
    where: { plan: { slug }, ...(revision === undefined ? {} : { number: revision }) },
    select: { body: true, number: true, sha256: true },
    orderBy: { number: 'desc' },
  })
  if (row) return { bytes: row.body, revision: row.number, sha256: row.sha256 }
  const plans = revision === undefined ? 0 : await db().plan.count({ where: { slug } })
  throw new Refused(
    plans === 0
      ? { code: 'not_found', what: 'release plan', key: slug }
      : { code: 'not_found', what: 'revision', key: String(revision) },
  )
}
