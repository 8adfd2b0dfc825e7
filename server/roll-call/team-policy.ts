import { defaultPolicy, type Policy } from '../../domain/roll-call/policy.ts'
import { policySchema } from '../../domain/roll-call/policy-schema.ts'
import type { Db } from '../db.ts'

/** The policy that a team's rounds are opened under now. */
export interface TeamPolicy {
  readonly policy: Policy
  /** Rises with each change; null where the team has set none and the default is in force. */
  readonly version: number | null
}

/** A team's policy as it stands, the default where it has set none. */
export async function teamPolicy(tx: Db, teamId: string): Promise<TeamPolicy> {
  const row = await tx.teamPolicy.findUnique({
    where: { teamId },
    select: { policy: true, version: true },
  })
  if (!row) return { policy: defaultPolicy, version: null }
  return { policy: policySchema.parse(row.policy), version: row.version }
}
