import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Policy } from '../../domain/roll-call/policy.ts'
import { policyHash } from '../../domain/roll-call/policy-hash.ts'
import { db } from '../db.ts'
import { teamPolicy } from './team-policy.ts'

/** A team's roll-call policy as it is read. */
export interface FoundPolicy {
  readonly team: { readonly slug: string; readonly name: string }
  readonly policy: Policy
  /** SHA-256 of the policy, in hex: what rounds and sign-offs name it by. */
  readonly hash: string
  /** What a change names in If-Match; 0 where the team has set none and the default is in force. */
  readonly version: number
  readonly is_default: boolean
  /** Whether the one who asks may change it. */
  readonly may_change: boolean
}

/**
 * The roll-call policy of a team.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findPolicy(actor: Actor, slug: string): Promise<FoundPolicy> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const team = await db().team.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true },
  })
  if (!team) throw new Refused({ code: 'not_found', what: 'team', key: slug })
  const { policy, version } = await teamPolicy(db(), team.id)
  return {
    team: { slug: team.slug, name: team.name },
    policy,
    hash: policyHash(policy),
    version: version ?? 0,
    is_default: version === null,
    may_change: may(actor, 'settings.change', team.id),
  }
}
