import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import type { DecidedProposal } from '../checks/decide-checks.ts'
import { closeProposal, lockProposal, type ProposalVerdict } from '../checks/proposal-row.ts'
import { holdWidening } from '../toggles/facts/widening-lock.ts'
import { type Changed, imageOf } from '../write-entry.ts'
import { holdEnvironments } from './environment-lock.ts'

/** A verdict on the proposal that an environment is no longer protected. */
export type DecideUnprotection = ProposalVerdict & { readonly key: string; readonly id: string }

const FACTS = {
  accepted: 'environment.unprotected',
  declined: 'environment.unprotection_declined',
  withdrawn: 'environment.unprotection_withdrawn',
} as const

/**
 * A second person accepts or declines that an environment is no longer protected, or who proposed it
 * takes it back.
 *
 * @throws Refused `not_found`, `forbidden`, `not_permitted`, `version_conflict`.
 */
export async function decideUnprotection(
  actor: Actor,
  { key, id, verdict, note }: DecideUnprotection,
): Promise<Done<DecidedProposal>> {
  const target = { environment: key }
  return change(actor, { tried: `decide to unprotect ${key}`, target }, async (tx) => {
    await holdEnvironments(tx)
    const row = await lockProposal(tx, id, 'unprotect')
    const { environment } = row
    if (environment.key !== key) throw new Refused({ code: 'not_found', what: 'proposal', key: id })
    await holdWidening(tx)
    const action = 'environment.unprotect'
    const changed: Changed[] = [await closeProposal(tx, actor, row, { verdict, note, action })]
    if (verdict === 'accepted') {
      const before = await imageOf(tx, 'environment', environment.id)
      await tx.environment.update({
        where: { id: environment.id },
        data: { protected: false, version: environment.version + 1 },
      })
      changed.push({ entity: 'environment', id: environment.id, before })
    }
    const texts = note === undefined ? {} : { note }
    return {
      result: { id, verdict },
      entries: [{ type: FACTS[verdict], target, data: {}, texts, changed }],
    }
  })
}
