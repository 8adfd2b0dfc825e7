import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { lockProposals } from '../checks/proposal-row.ts'

/**
 * Proposes that an environment is no longer protected, which would let everything widen there unchecked.
 * Nothing changes until another person with the right accepts it.
 *
 * @throws Refused `forbidden`, `not_found`; `not_permitted` for one that is not protected,
 * `already_exists` while a proposal is open.
 */
export async function proposeUnprotection(
  actor: Actor,
  { key, reason }: { readonly key: string; readonly reason: string },
): Promise<Done<{ id: string }>> {
  const target = { environment: key }
  return change(actor, { tried: `propose to unprotect ${key}`, target }, async (tx) => {
    if (actor.kind !== 'person' || !may(actor, 'settings.change')) {
      throw new Refused({ code: 'forbidden', action: 'settings.change' })
    }
    await lockProposals(tx)
    const row = await tx.environment.findUnique({ where: { key } })
    if (!row) throw new Refused({ code: 'not_found', what: 'environment', key })
    if (!row.protected) {
      throw new Refused({ code: 'not_permitted', detail: `${row.name} is not protected.` })
    }
    const open = await tx.guardProposal.findFirst({
      where: { kind: 'unprotect', environmentId: row.id, verdict: null },
    })
    if (open) throw new Refused({ code: 'already_exists', what: 'open proposal', key })
    const id = randomUUID()
    await tx.guardProposal.create({
      data: { id, kind: 'unprotect', environmentId: row.id, reason, proposedBy: actor.id },
    })
    const changed = [{ entity: 'guard_proposal', id, before: null }] as const
    const texts = { reason }
    return {
      result: { id },
      entries: [{ type: 'environment.unprotection_proposed', target, data: {}, texts, changed }],
    }
  })
}
