import { type Discipline, isDiscipline } from '../../domain/roll-call/disciplines.ts'
import type { LaunchScope } from '../../domain/roll-call/launch-scope.ts'
import { defaultPolicy, type Policy } from '../../domain/roll-call/policy.ts'
import { policyHash } from '../../domain/roll-call/policy-hash.ts'
import { policySchema } from '../../domain/roll-call/policy-schema.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

/** On what terms a round was opened. */
export interface RoundTerms {
  /** The policy that was in force when it opened. */
  readonly policy: Policy
  /** SHA-256 of that policy, in hex. */
  readonly policyHash: string
  /** Its version in the team; null where it was the default. */
  readonly policyVersion: number | null
  /** What the round is for: "test users", "stage B", "after rollback". */
  readonly purpose: string | null
  readonly dropped: readonly { readonly discipline: Discipline; readonly reason: string }[]
}

/** The columns of a round's terms. */
export const TERMS = {
  policy: true,
  policyHash: true,
  policyVersion: true,
  purpose: true,
  dropped: true,
  dropReasons: true,
} as const satisfies Prisma.RollCallTermsSelect

type TermsRow = Prisma.RollCallTermsGetPayload<{ select: typeof TERMS }>

/** A round's terms as kept; the default policy for a round that was opened before policies were. */
export function termsOf(row: TermsRow | null): RoundTerms {
  if (!row) {
    const policy = defaultPolicy
    return {
      policy,
      policyHash: policyHash(policy),
      policyVersion: null,
      purpose: null,
      dropped: [],
    }
  }
  const reasons = new Map(Object.entries(row.dropReasons ?? {}))
  return {
    policy: policySchema.parse(row.policy),
    policyHash: row.policyHash,
    policyVersion: row.policyVersion,
    purpose: row.purpose,
    dropped: row.dropped
      .filter(isDiscipline)
      .map((discipline) => ({ discipline, reason: String(reasons.get(discipline) ?? '') })),
  }
}

/** The columns of what a launch allows. */
export const SCOPE = {
  environment: true,
  percentage: true,
  until: true,
} as const satisfies Prisma.LaunchScopeSelect

type ScopeRow = Prisma.LaunchScopeGetPayload<{ select: typeof SCOPE }>

/** What a launch allows as kept; null where it allows everything. */
export function scopeOf(row: ScopeRow | null): LaunchScope | null {
  if (!row) return null
  const { environment, percentage, until } = row
  return {
    environment,
    up_to: percentage === null ? 'full' : { percentage: percentage.toNumber() },
    until,
  }
}
