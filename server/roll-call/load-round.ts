import { DECISIONS, type Decision } from '../../domain/roll-call/decision.ts'
import {
  type AskedDiscipline,
  askedDisciplines,
} from '../../domain/roll-call/disciplines-to-ask.ts'
import type { LaunchScope } from '../../domain/roll-call/launch-scope.ts'
import { type RosterRow, roster, type SignOff } from '../../domain/roll-call/roster.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Db } from '../db.ts'
import { planSections } from '../plans/plan-text.ts'
import { databaseNow } from './database-now.ts'
import { type RoundTerms, SCOPE, scopeOf, TERMS, termsOf } from './round-terms.ts'
import { SIGN_OFF, signOffOf } from './sign-off-row.ts'

/** One go/no-go round as it is kept, with all that was said in it. */
export interface Round extends RoundTerms {
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
  /** What a launch allows; null where it allows everything, and while nothing is decided. */
  readonly scope: LaunchScope | null
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

const PERSON = { id: true, name: true } as const satisfies Prisma.PersonSelect

const ROUND = {
  id: true,
  planId: true,
  number: true,
  revision: true,
  version: true,
  disciplines: true,
  openedAt: true,
  openedBy: true,
  decision: true,
  decidedAt: true,
  decidedBy: true,
  note: true,
} as const satisfies Prisma.RollCallSelect

const PROMPT = {
  id: true,
  n: true,
  text: true,
  owner: true,
  answer: true,
  note: true,
  version: true,
} as const satisfies Prisma.RollCallPromptSelect

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
  if (!row) return null
  // One after the other: a transaction has one connection, and Prisma would ask for several at once.
  const prompts = await tx.rollCallPrompt.findMany({
    where: { rollCallId: row.id },
    select: PROMPT,
    orderBy: { n: 'asc' },
  })
  const signOffs = await tx.signOff.findMany({
    where: { rollCallId: row.id },
    select: SIGN_OFF,
    orderBy: [{ createdAt: 'asc' }, { ordinal: 'asc' }],
  })
  const openedBy = await tx.person.findUniqueOrThrow({
    where: { id: row.openedBy },
    select: PERSON,
  })
  const terms = await tx.rollCallTerms.findUnique({
    where: { rollCallId: row.id },
    select: TERMS,
  })
  const scope = await tx.launchScope.findUnique({ where: { rollCallId: row.id }, select: SCOPE })
  const decidedBy = row.decidedBy
    ? await tx.person.findUniqueOrThrow({ where: { id: row.decidedBy }, select: PERSON })
    : null
  return {
    ...row,
    ...termsOf(terms),
    scope: scopeOf(scope),
    disciplines: askedDisciplines.parse(row.disciplines),
    openedBy,
    decidedBy,
    decision: DECISIONS.find((known) => known === row.decision) ?? null,
    prompts,
    signOffs: signOffs.map((said) => signOffOf(said, row.decidedAt)),
  }
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

/**
 * Where each discipline of a round stands on the plan's present text, or on an older revision.
 *
 * @param at the moment at which a word must still be good; now, where it is left out.
 */
export async function rosterOf(
  tx: Db,
  round: Round,
  revision?: number,
  at?: Date,
): Promise<RosterRow[]> {
  const { disciplines, signOffs, policy } = round
  const signed = signOffs.map((said) => said.revision)
  const oldest = signed.length === 0 ? null : Math.min(...signed)
  const sections = await planSections(tx, round.planId, oldest, revision)
  return roster({ disciplines, signOffs, sections, policy, now: at ?? (await databaseNow(tx)) })
}
