import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type BindingChange, bindingFaults } from '../../domain/rollout/check-binding.ts'
import { change, type Done } from '../change.ts'
import { bindingOf } from '../toggles/facts/guard-facts.ts'
import { lockProposals } from './proposal-row.ts'

/** A wish that checks bind, or no longer bind, for a team in an environment. */
export interface ProposeChecks extends BindingChange {
  /** The team's slug. */
  readonly team: string
  readonly environment: string
  readonly reason: string
}

/**
 * Proposes which checks bind for a team in an environment. Nothing changes until another person with
 * the right accepts it; one proposal at a time is open for a team in an environment.
 *
 * @throws Refused `not_found`, `forbidden`, `invalid`, `already_exists` while another is open.
 */
export async function proposeChecks(
  actor: Actor,
  asked: ProposeChecks,
): Promise<Done<{ id: string }>> {
  const { team: slug, environment: key, reason } = asked
  const attempt = { tried: `propose which checks bind in ${key}`, target: { environment: key } }
  return change(actor, attempt, async (tx) => {
    const team = await tx.team.findUnique({ where: { slug } })
    if (!team) throw new Refused({ code: 'not_found', what: 'team', key: slug })
    if (actor.kind !== 'person' || !may(actor, 'checks.propose', team.id)) {
      throw new Refused({ code: 'forbidden', action: 'checks.propose' })
    }
    const environment = await tx.environment.findUnique({ where: { key } })
    if (!environment) throw new Refused({ code: 'not_found', what: 'environment', key })
    await lockProposals(tx)
    const where = { teamId: team.id, environmentId: environment.id }
    const row = await tx.checkBinding.findUnique({ where: { teamId_environmentId: where } })
    const errors = bindingFaults(asked, bindingOf(row ?? { bound: [], unbound: [] }))
    if (errors.length > 0) throw new Refused({ code: 'invalid', errors })
    const open = await tx.guardProposal.findFirst({ where: { ...where, verdict: null } })
    if (open) {
      throw new Refused({ code: 'already_exists', what: 'open proposal', key: `${slug} in ${key}` })
    }
    const id = randomUUID()
    const [bind, unbind] = [[...asked.bind].sort(), [...asked.unbind].sort()]
    await tx.guardProposal.create({
      data: { id, kind: 'checks', ...where, bind, unbind, reason, proposedBy: actor.id },
    })
    return {
      result: { id },
      entries: [
        {
          type: 'checks.proposed',
          target: { environment: key },
          data: { team: slug, bind, unbind },
          texts: { reason },
          changed: [{ entity: 'guard_proposal', id, before: null }],
        },
      ],
    }
  })
}
