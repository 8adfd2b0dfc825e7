import { randomUUID } from 'node:crypto'
import type { PersonActor } from '../../domain/actor.ts'
import type { Fact } from '../../domain/audit/entry.ts'
import type { AskedDiscipline } from '../../domain/roll-call/disciplines-to-ask.ts'
import { type Manner, type RosterRow, roster } from '../../domain/roll-call/roster.ts'
import type { Speaker } from '../../domain/roll-call/same-person.ts'
import type { Said } from '../../domain/roll-call/verdict.ts'
import type { Db } from '../db.ts'
import { tellLateNoGo } from '../mail/tell-late-no-go.ts'
import type { PlanRow } from '../plans/lock-plan.ts'
import { planSections } from '../plans/plan-text.ts'
import type { Entry } from '../write-entry.ts'
import { databaseNow } from './database-now.ts'
import { type InPlaceTold, keepInPlaceOf } from './keep-in-place-of.ts'
import type { Round } from './load-round.ts'
import { SIGN_OFF, signOffOf } from './sign-off-row.ts'

/** A discipline's word that the rules have accepted. */
export interface Word {
  readonly actor: PersonActor
  readonly plan: PlanRow
  readonly round: Round
  readonly asked: AskedDiscipline
  readonly row: RosterRow
  readonly said: {
    readonly verdict: Said
    readonly note?: string | null | undefined
    readonly would_change?: string | null | undefined
  }
  readonly manner: Manner
  readonly givenBy: Speaker
}

/**
 * Keeps an accepted word on the plan's present text, with the hashes of what its discipline reviews.
 * In a round that is decided it is a late word, and is later than the decision by the clock, too.
 */
export async function keepWord(tx: Db, word: Word): Promise<{ row: RosterRow; entry: Entry }> {
  const { actor, plan, round, asked, said, manner, givenBy } = word
  const sections = await planSections(tx, plan.id, round.signOffs[0]?.revision ?? plan.revision)
  const id = randomUUID()
  const kept = await tx.signOff.create({
    data: {
      id,
      rollCallId: round.id,
      discipline: asked.discipline,
      ordinal: (word.row.sign_off?.ordinal ?? 0) + 1,
      verdict: said.verdict,
      manner,
      givenById: givenBy.id,
      givenByName: givenBy.name,
      recordedById: actor.id,
      note: said.note ?? null,
      wouldChange: said.would_change ?? null,
      createdAt: await laterThan(tx, round.decidedAt),
      revision: plan.revision,
      sectionHashes: Object.fromEntries(
        asked.reviews.map((section) => [section, sections[section].hash]),
      ),
    },
    select: SIGN_OFF,
  })
  const inPlace = await keepInPlaceOf(tx, word, id)
  const [row] = roster({
    disciplines: [asked],
    signOffs: [...round.signOffs, { ...signOffOf(kept, round.decidedAt), ...inPlace.shown }],
    sections,
    policy: round.policy,
    now: kept.createdAt,
  })
  if (!row) throw new Error('a discipline that is asked has a row')
  await tellIfLate(tx, word, id)
  const changed = [{ entity: 'sign_off', id, before: null }, ...inPlace.changed] as const
  return { row, entry: { ...factOf(word, inPlace.told), changed } }
}

async function tellIfLate(tx: Db, { plan, round, asked, said, givenBy }: Word, id: string) {
  const { verdict, note } = said
  if (!(verdict === 'no_go' || verdict === 'withdrawn')) return
  if (!(await isAfterLaunch(tx, round))) return
  const { discipline } = asked
  await tellLateNoGo(tx, { id, plan, discipline, said: verdict, by: givenBy, note: note ?? null })
}

/** Whether a launch stands that this word holds: the round's own, or the one before it. */
async function isAfterLaunch(tx: Db, { planId }: Round): Promise<boolean> {
  const decided = await tx.rollCall.findFirst({
    where: { planId, decision: { not: null } },
    select: { decision: true },
    orderBy: { number: 'desc' },
  })
  return decided?.decision === 'launch'
}

async function laterThan(tx: Db, decidedAt: Date | null): Promise<Date> {
  const now = await databaseNow(tx)
  if (!decidedAt || now > decidedAt) return now
  return new Date(decidedAt.getTime() + 1)
}

function factOf({ plan, round, asked, said, manner, givenBy }: Word, inPlace: InPlaceTold): Fact {
  const target = { plan: plan.slug, roll_call: round.number }
  const about = {
    discipline: asked.discipline,
    revision: plan.revision,
    policy: round.policyHash,
    ...(round.decidedAt ? { late: true } : {}),
  }
  const texts = {
    ...(said.note ? { note: said.note } : {}),
    ...(said.would_change ? { would_change: said.would_change } : {}),
    ...(manner === 'recorded' ? { given_by: givenBy.name } : {}),
  }
  if (said.verdict === 'withdrawn') {
    return { type: 'sign_off.withdrawn', target, data: { ...about, manner }, texts }
  }
  const data = { ...about, verdict: said.verdict }
  return manner === 'signed'
    ? { type: 'sign_off.signed', target, data: { ...data, ...inPlace }, texts }
    : { type: 'sign_off.recorded', target, data, texts }
}
