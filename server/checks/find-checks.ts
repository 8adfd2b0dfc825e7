import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import {
  ALWAYS_BIND,
  BINDS_BY_DEFAULT,
  binds,
  isCheckName,
} from '../../domain/rollout/check-binding.ts'
import { db } from '../db.ts'
import { bindingOf } from '../toggles/facts/guard-facts.ts'
import { findProposals, type Proposal } from './find-proposals.ts'

/** Which checks bind for a team, by environment, and what is proposed. */
export interface TeamChecks {
  readonly team: string
  readonly team_name: string
  readonly environments: readonly {
    readonly environment: string
    readonly name: string
    readonly protected: boolean
    readonly checks: readonly {
      readonly check: string
      readonly binds: boolean
      readonly by_default: boolean
      /** Whether nobody can choose it away. */
      readonly always: boolean
    }[]
  }[]
  /** The open ones first, then the newest that were decided. */
  readonly proposals: readonly Proposal[]
  readonly may_propose: boolean
}

/**
 * What binds for a team where, with the proposals to change it.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findChecks(actor: Actor, slug: string): Promise<TeamChecks> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const team = await db().team.findUnique({ where: { slug } })
  if (!team) throw new Refused({ code: 'not_found', what: 'team', key: slug })
  const environments = await db().environment.findMany({
    orderBy: { position: 'asc' },
    include: { checkBindings: { where: { teamId: team.id } } },
  })
  const checks = Object.keys(BINDS_BY_DEFAULT).filter(isCheckName)
  return {
    team: slug,
    team_name: team.name,
    environments: environments.map(({ key, name, protected: isProtected, checkBindings }) => {
      const binding = bindingOf(checkBindings[0] ?? { bound: [], unbound: [] })
      return {
        environment: key,
        name,
        protected: isProtected,
        checks: checks.map((check) => ({
          check,
          binds: binds(check, binding),
          by_default: BINDS_BY_DEFAULT[check],
          always: ALWAYS_BIND.includes(check),
        })),
      }
    }),
    proposals: await findProposals(actor, { kind: 'checks', teamId: team.id }, 'checks.decide'),
    may_propose: actor.kind === 'person' && may(actor, 'checks.propose', team.id),
  }
}
