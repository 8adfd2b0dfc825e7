import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { lockPlan } from './lock-plan.ts'
import { planText } from './plan-text.ts'

/** A finding that a person has seen. */
export interface AcknowledgeFinding {
  readonly slug: string
  readonly finding: string
  readonly note?: string | null | undefined
}

/** Who saw the finding, and when. */
export interface AcknowledgedFinding {
  readonly id: string
  readonly acknowledged: true
  readonly by: { readonly id: string; readonly name: string }
  readonly at: string
  readonly note: string | null
}

/**
 * Puts on record that a person has seen a finding of the plan's present text. Seen is seen: a
 * second time changes nothing and answers who was first.
 *
 * @throws Refused `forbidden` (a service account is no person), `not_found`.
 */
export async function acknowledgeFinding(
  actor: Actor,
  { slug, finding, note }: AcknowledgeFinding,
): Promise<Done<AcknowledgedFinding>> {
  const attempt = { tried: `acknowledge a finding of "${slug}"`, target: { plan: slug } }
  return change(actor, attempt, async (tx) => {
    const plan = await lockPlan(tx, actor, 'finding.acknowledge', slug)
    if (actor.kind !== 'person') {
      throw new Refused({ code: 'forbidden', action: 'finding.acknowledge' })
    }
    const { reading } = await planText(tx, plan.id)
    if (!reading.findings.some(({ id }) => id === finding)) {
      throw new Refused({ code: 'not_found', what: 'finding', key: finding })
    }
    const where = { planId_findingId: { planId: plan.id, findingId: finding } }
    const select = {
      createdAt: true,
      note: true,
      person: { select: { id: true, name: true } },
    } as const
    const before = await tx.findingAcknowledgement.findUnique({ where, select })
    if (before) return { result: answer(finding, before), entries: 'unchanged' }
    const id = randomUUID()
    const row = await tx.findingAcknowledgement.create({
      data: { id, planId: plan.id, findingId: finding, personId: actor.id, note: note ?? null },
      select,
    })
    return {
      result: answer(finding, row),
      entries: [
        {
          type: 'finding.acknowledged',
          target: { plan: slug },
          data: { finding },
          texts: note ? { note } : {},
          changed: [{ entity: 'finding_acknowledgement', id, before: null }],
        },
      ],
    }
  })
}

function answer(
  id: string,
  row: { createdAt: Date; note: string | null; person: { id: string; name: string } },
): AcknowledgedFinding {
  const at = row.createdAt.toISOString()
  return { id, acknowledged: true, by: row.person, at, note: row.note }
}
