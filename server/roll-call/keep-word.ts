import { randomUUID } from 'node:crypto'
import type { PersonActor } from '../../domain/actor.ts'
import type { Fact } from '../../domain/audit/entry.ts'
import type { AskedDiscipline } from '../../domain/roll-call/policy.ts'
import type { Manner, RosterRow, Speaker } from '../../domain/roll-call/roster.ts'
import type { SignOffInput } from '../../domain/roll-call/sign-off-input.ts'
import type { Db } from '../db.ts'
import type { PlanRow } from '../plans/lock-plan.ts'
import { planSections } from '../plans/plan-text.ts'
import type { Entry } from '../write-entry.ts'
import { databaseNow } from './database-now.ts'
import type { Round } from './load-round.ts'
import { SIGN_OFF, signOffOf } from './sign-off-row.ts'

/** A discipline's word that the rules have accepted. */
export interface Word {
  readonly actor: PersonActor
  readonly plan: PlanRow
  readonly round: Round
  readonly asked: AskedDiscipline
  readonly row: RosterRow
  readonly input: SignOffInput
  readonly manner: Manner
  readonly givenBy: Speaker
}

/** Keeps an accepted word on the plan's present text, with the hashes of what its discipline reviews. */
export async function keepWord(tx: Db, word: Word): Promise<{ row: RosterRow; entry: Entry }> {
  const { actor, plan, round, asked, input, manner, givenBy } = word
  const sections = await planSections(tx, plan.id, plan.revision)
  const id = randomUUID()
  const kept = await tx.signOff.create({
    data: {
      id,
      rollCallId: round.id,
      discipline: asked.discipline,
      ordinal: (word.row.sign_off?.ordinal ?? 0) + 1,
      verdict: input.verdict,
      manner,
      givenById: givenBy.id,
      givenByName: givenBy.name,
      recordedById: actor.id,
      note: input.note ?? null,
      createdAt: await databaseNow(tx),
      revision: plan.revision,
      sectionHashes: Object.fromEntries(
        asked.reviews.map((section) => [section, sections[section].hash]),
      ),
    },
    select: SIGN_OFF,
  })
  const { discipline, required } = asked
  const row: RosterRow = {
    discipline,
    required,
    status: input.verdict,
    stale_sections: [],
    sign_off: signOffOf(kept),
  }
  return { row, entry: { ...factOf(word), changed: [{ entity: 'sign_off', id, before: null }] } }
}

function factOf({ plan, round, asked, input, manner, givenBy }: Word): Fact {
  const target = { plan: plan.slug, roll_call: round.number }
  const data = {
    discipline: asked.discipline,
    verdict: input.verdict,
    revision: plan.revision,
  }
  const note = input.note ? { note: input.note } : {}
  return manner === 'signed'
    ? { type: 'sign_off.signed', target, data, texts: note }
    : { type: 'sign_off.recorded', target, data, texts: { ...note, given_by: givenBy.name } }
}
