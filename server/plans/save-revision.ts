import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import type { Db } from '../db.ts'
import { askAgainSoon } from '../roll-call/asking/ask-again-soon.ts'
import { type Entry, imageOf } from '../write-entry.ts'
import type { PlanRow } from './lock-plan.ts'
import type { Upload } from './read-upload.ts'
import { writeDerived } from './write-derived.ts'

/**
 * Writes a text as the next revision of a plan that this transaction holds, and what is derived
 * from it. Null when the plan has these bytes already: then nothing is written.
 */
export async function saveRevision(
  tx: Db,
  actor: Actor,
  plan: PlanRow,
  { bytes, sha256, reading, title }: Upload,
): Promise<{ revision: number; entry: Entry } | null> {
  const current = await tx.planRevision.findUniqueOrThrow({
    where: { planId_number: { planId: plan.id, number: plan.revision } },
    select: { sha256: true },
  })
  if (current.sha256 === sha256) return null
  const revision = plan.revision + 1
  const before = await imageOf(tx, 'plan', plan.id)
  const written = await tx.plan.updateMany({
    where: { id: plan.id, version: plan.version },
    data: { title, kind: reading.kind, revision, version: plan.version + 1 },
  })
  if (written.count !== 1) throw new Error(`the plan ${plan.slug} changed although it was held`)
  const id = randomUUID()
  const authorId = actor.kind === 'person' ? actor.id : null
  await tx.planRevision.create({
    data: { id, planId: plan.id, number: revision, body: bytes, sha256, authorId },
  })
  await writeDerived(tx, plan.id, reading)
  await askAgainSoon(tx, plan.id)
  const entry: Entry = {
    type: 'plan.revised',
    target: { plan: plan.slug },
    data: { revision, sha256 },
    changed: [
      { entity: 'plan', id: plan.id, before },
      { entity: 'plan_revision', id, before: null },
    ],
  }
  return { revision, entry }
}
