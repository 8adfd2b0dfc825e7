import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { changedBinding } from '../../domain/rollout/check-binding.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { bindingOf } from '../toggles/facts/guard-facts.ts'
import { holdWidening } from '../toggles/facts/widening-lock.ts'
import { type Changed, imageOf } from '../write-entry.ts'
import {
  closeProposal,
  lockProposal,
  type ProposalRow,
  type ProposalVerdict,
} from './proposal-row.ts'

/** A verdict on a proposal of which checks bind. */
export type DecideChecks = ProposalVerdict & { readonly team: string; readonly id: string }

/** The verdict as it was kept. */
export interface DecidedProposal {
  readonly id: string
  readonly verdict: ProposalVerdict['verdict']
}

/**
 * A second person accepts or declines which checks bind, or who proposed it takes it back. Only what is
 * accepted changes anything, and it does so in this transaction.
 *
 * @throws Refused `not_found`, `forbidden`, `not_permitted`, `version_conflict`.
 */
export async function decideChecks(
  actor: Actor,
  asked: DecideChecks,
): Promise<Done<DecidedProposal>> {
  const { id, team, verdict, note } = asked
  const attempt = { tried: 'decide which checks bind', target: {} }
  return change(actor, attempt, async (tx) => {
    const row = await lockProposal(tx, id, 'checks')
    if (row.team?.slug !== team) throw new Refused({ code: 'not_found', what: 'proposal', key: id })
    await holdWidening(tx)
    const changed: Changed[] = [
      await closeProposal(tx, actor, row, { verdict, note, action: 'checks.decide' }),
    ]
    if (verdict === 'accepted') changed.push(await bind(tx, row))
    return {
      result: { id, verdict },
      entries: [
        {
          type: `checks.${verdict}`,
          target: { environment: row.environment.key },
          data: { team, bind: row.bind, unbind: row.unbind },
          texts: note === undefined ? {} : { note },
          changed,
        },
      ],
    }
  })
}

async function bind(
  tx: Db,
  { teamId, environmentId, bind, unbind }: ProposalRow,
): Promise<Changed> {
  if (teamId === null) throw new Error('a proposal of checks is of a team')
  const where = { teamId, environmentId }
  const row = await tx.checkBinding.findUnique({ where: { teamId_environmentId: where } })
  const data = changedBinding(bindingOf(row ?? { bound: [], unbound: [] }), { bind, unbind })
  if (!row) {
    const id = randomUUID()
    await tx.checkBinding.create({ data: { id, ...where, ...data } })
    return { entity: 'check_binding', id, before: null }
  }
  const before = await imageOf(tx, 'check_binding', row.id)
  await tx.checkBinding.update({
    where: { id: row.id },
    data: { ...data, version: row.version + 1 },
  })
  return { entity: 'check_binding', id: row.id, before }
}
