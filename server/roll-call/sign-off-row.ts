import { isDiscipline } from '../../domain/roll-call/disciplines.ts'
import type { SignOff } from '../../domain/roll-call/roster.ts'
import { saidOf } from '../../domain/roll-call/verdict.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

/** The columns of a sign-off and who recorded it. */
export const SIGN_OFF = {
  id: true,
  discipline: true,
  ordinal: true,
  verdict: true,
  manner: true,
  givenById: true,
  givenByName: true,
  recordedBy: { select: { id: true, name: true } },
  note: true,
  wouldChange: true,
  revision: true,
  sectionHashes: true,
  createdAt: true,
  byDelegation: {
    select: { delegation: { select: { endsAt: true, from: { select: { name: true } } } } },
  },
} as const satisfies Prisma.SignOffSelect

type SignOffRow = Prisma.SignOffGetPayload<{ select: typeof SIGN_OFF }>

/**
 * A sign-off's row as the domain's.
 *
 * @param decidedAt when its round was decided; null while it is open.
 */
export function signOffOf(row: SignOffRow, decidedAt: Date | null): SignOff {
  if (!isDiscipline(row.discipline)) throw new Error(`${row.discipline} is no discipline`)
  return {
    id: row.id,
    discipline: row.discipline,
    ordinal: row.ordinal,
    verdict: saidOf(row.verdict),
    manner: row.manner === 'signed' ? 'signed' : 'recorded',
    given_by: { id: row.givenById, name: row.givenByName },
    recorded_by: row.recordedBy,
    note: row.note,
    would_change: row.wouldChange,
    revision: row.revision,
    section_hashes: hashesOf(row.sectionHashes),
    late: decidedAt !== null && row.createdAt > decidedAt,
    at: row.createdAt.toISOString(),
    ...inPlaceOf(row),
  }
}

function inPlaceOf({ byDelegation }: SignOffRow): Pick<SignOff, 'in_place_of'> {
  if (byDelegation === null) return {}
  const { from, endsAt } = byDelegation.delegation
  return { in_place_of: { name: from.name, until: endsAt } }
}

function hashesOf(json: unknown): Record<string, string> {
  const entries = typeof json === 'object' && json !== null ? Object.entries(json) : []
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
