import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { isDiscipline } from '../../domain/roll-call/disciplines.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

/** Somebody's word in another's hands, for a time. */
export interface Delegation {
  readonly id: string
  readonly discipline: Discipline
  readonly from: string
  readonly to: string
  readonly starts_at: string
  readonly ends_at: string
  readonly reason: string
  /** Whether it was ended before its time. */
  readonly ended: boolean
}

/** The columns of a delegation, with the names of both. */
export const DELEGATION = {
  id: true,
  discipline: true,
  from: { select: { name: true } },
  to: { select: { name: true } },
  startsAt: true,
  endsAt: true,
  reason: true,
  ended: true,
} as const satisfies Prisma.DelegationSelect

type Row = Prisma.DelegationGetPayload<{ select: typeof DELEGATION }>

/** A delegation's row as it is shown. */
export function delegationOf(row: Row): Delegation {
  if (!isDiscipline(row.discipline)) throw new Error(`${row.discipline} is no discipline`)
  return {
    id: row.id,
    discipline: row.discipline,
    from: row.from.name,
    to: row.to.name,
    starts_at: row.startsAt,
    ends_at: row.endsAt,
    reason: row.reason,
    ended: row.ended,
  }
}
