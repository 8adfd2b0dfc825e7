import { DECISIONS, type Decision } from '../../domain/roll-call/decision.ts'
import { isDiscipline } from '../../domain/roll-call/disciplines.ts'
import { type AskedDiscipline, askedDisciplines } from '../../domain/roll-call/policy.ts'
import { type RosterRow, roster, type SignOff } from '../../domain/roll-call/roster.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Db } from '../db.ts'
import { planSections } from '../plans/plan-text.ts'

/** One go/no-go round as it is kept, with all that was said in it. */
export interface Round {
  readonly id: string
  readonly planId: string
  readonly number: number
  /** The plan's revision when the round opened. */
  readonly revision: number
  readonly version: number
  readonly disciplines: readonly AskedDiscipline[]
  readonly openedAt: Date
  readonly openedBy: { readonly id: string; readonly name: string }
  readonly decision: Decision | null
  readonly decidedAt: Date | null
  readonly decidedBy: { readonly id: string; readonly name: string } | null
  readonly note: string | null
  readonly prompts: readonly {
    readonly id: string
    readonly n: number
    readonly text: string
    readonly owner: string | null
    readonly answer: string | null
    readonly note: string | null
    readonly version: number
  }[]
  /** Everything said, in the order in which it was said. */
  readonly signOffs: readonly SignOff[]
}

const person = { select: { id: true, name: true } } as const
const prompt = { id: true, n: true, text: true, owner: true, answer: true, note: true } as const

/** The columns of a sign-off and who recorded it. */
export const SIGN_OFF = {
  id: true,
  discipline: true,
  ordinal: true,
  verdict: true,
  manner: true,
  givenById: true,
  givenByName: true,
  recordedBy: person,
  note: true,
  revision: true,
  sectionHashes: true,
  createdAt: true,
} as const satisfies Prisma.SignOffSelect

const ROUND = {
  id: true,
  planId: true,
  number: true,
  revision: true,
  version: true,
  disciplines: true,
  openedAt: true,
  openedByPerson: person,
  decision: true,
  decidedAt: true,
  decidedByPerson: person,
  note: true,
  rollCallPrompts: { select: { ...prompt, version: true }, orderBy: { n: 'asc' } },
  signOffs: {
    include: { recordedBy: person },
    orderBy: [{ createdAt: 'asc' }, { ordinal: 'asc' }],
  },
} as const satisfies Prisma.RollCallSelect

type RoundRow = Prisma.RollCallGetPayload<{ select: typeof ROUND }>
type SignOffRow = Prisma.SignOffGetPayload<{ select: typeof SIGN_OFF }>

/** The newest round of a plan that fits; null when there is none. */
export async function newestRound(
  tx: Db,
  planId: string,
  where: Prisma.RollCallWhereInput = {},
): Promise<Round | null> {
  const row = await tx.rollCall.findFirst({
    where: { ...where, planId },
    select: ROUND,
    orderBy: { number: 'desc' },
  })
  return row && roundOf(row)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** One round of a plan by its id, the newest without one; null when there is none. */
export async function findRound(
  tx: Db,
  planId: string,
  id: string | undefined,
): Promise<Round | null> {
  if (id === undefined) return newestRound(tx, planId)
  return UUID.test(id) ? newestRound(tx, planId, { id }) : null
}

/** Where each discipline of a round stands on the plan's present text. */
export async function rosterOf(tx: Db, round: Round): Promise<RosterRow[]> {
  const { disciplines, signOffs } = round
  const signed = signOffs.map(({ revision }) => revision)
  const oldest = signed.length === 0 ? null : Math.min(...signed)
  const sections = await planSections(tx, round.planId, oldest)
  return roster({ disciplines, signOffs, sections })
}

function roundOf(row: RoundRow): Round {
  const { openedByPerson, decidedByPerson, rollCallPrompts, signOffs, decision, ...kept } = row
  return {
    ...kept,
    disciplines: askedDisciplines.parse(row.disciplines),
    openedBy: openedByPerson,
    decidedBy: decidedByPerson,
    decision: DECISIONS.find((known) => known === decision) ?? null,
    prompts: rollCallPrompts,
    signOffs: signOffs.map(signOffOf),
  }
}

/** A sign-off's row as the domain's. */
export function signOffOf(row: SignOffRow): SignOff {
  if (!isDiscipline(row.discipline)) throw new Error(`${row.discipline} is no discipline`)
  return {
    id: row.id,
    discipline: row.discipline,
    ordinal: row.ordinal,
    verdict: row.verdict === 'go' ? 'go' : 'no_go',
    manner: row.manner === 'signed' ? 'signed' : 'recorded',
    given_by: { id: row.givenById, name: row.givenByName },
    recorded_by: row.recordedBy,
    note: row.note,
    revision: row.revision,
    section_hashes: hashesOf(row.sectionHashes),
    at: row.createdAt.toISOString(),
  }
}

function hashesOf(json: unknown): Record<string, string> {
  const entries = typeof json === 'object' && json !== null ? Object.entries(json) : []
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
