import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { wrongInPolicy } from '../../domain/roll-call/judge-policy.ts'
import type { Policy } from '../../domain/roll-call/policy.ts'
import { policyChanges } from '../../domain/roll-call/policy-changes.ts'
import { policyHash } from '../../domain/roll-call/policy-hash.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { imageOf } from '../write-entry.ts'
import type { TeamPolicy } from './team-policy.ts'
import { teamPolicy } from './team-policy.ts'

/** A team's policy as it shall be. */
export interface SetPolicy {
  readonly team: string
  readonly policy: Policy
  /** The version that was read; 0 where the team had none of its own. */
  readonly version: number
}

/**
 * Sets a team's roll-call policy. Rounds that are open keep the one they were opened under; the next
 * round takes this one. The same policy again changes nothing.
 *
 * @throws Refused `invalid` for what no policy may say, `version_conflict` when somebody set it
 * meanwhile, `forbidden`, `not_found`.
 */
export async function setPolicy(actor: Actor, input: SetPolicy): Promise<Done<TeamPolicy>> {
  const { team: slug, policy } = input
  const attempt = { tried: `change the roll-call policy of ${slug}`, target: {} }
  return change(actor, attempt, async (tx) => {
    const team = await lockTeam(tx, actor, slug)
    const errors = wrongInPolicy(policy)
    if (errors.length > 0) throw new Refused({ code: 'invalid', errors })
    const standing = await teamPolicy(tx, team.id)
    const version = standing.version ?? 0
    if (version !== input.version) {
      const what = `The roll-call policy of ${slug}`
      const { version: expected } = input
      throw new Refused({ code: 'version_conflict', what, expected, actual: version })
    }
    const changes = policyChanges(standing.policy, policy)
    if (changes.length === 0) return { result: standing, entries: 'unchanged' }
    const { id, before } = await write(tx, team.id, policy, version)
    return {
      result: { policy, version: version + 1 },
      entries: [
        {
          type: 'policy.set',
          target: {},
          data: { team: slug, policy: policyHash(policy), changes },
          changed: [{ entity: 'team_policy', id, before }],
        },
      ],
    }
  })
}

/** Holds the team's row, so that two first policies come one after the other. */
async function lockTeam(tx: Db, actor: Actor, slug: string): Promise<{ id: string }> {
  if (!may(actor, 'settings.change')) {
    throw new Refused({ code: 'forbidden', action: 'settings.change' })
  }
  const [team] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM team WHERE slug = ${slug} FOR UPDATE`
  if (!team) throw new Refused({ code: 'not_found', what: 'team', key: slug })
  if (!may(actor, 'settings.change', team.id)) {
    throw new Refused({ code: 'forbidden', action: 'settings.change' })
  }
  return team
}

async function write(tx: Db, teamId: string, policy: Policy, version: number) {
  if (version === 0) {
    const id = randomUUID()
    await tx.teamPolicy.create({ data: { id, teamId, policy } })
    return { id, before: null }
  }
  const { id } = await tx.teamPolicy.findUniqueOrThrow({ where: { teamId }, select: { id: true } })
  const before = await imageOf(tx, 'team_policy', id)
  const data = { policy, version: version + 1 }
  const { count } = await tx.teamPolicy.updateMany({ where: { id, version }, data })
  if (count !== 1) throw new Error(`the policy ${id} changed although its team was locked`)
  return { id, before }
}
