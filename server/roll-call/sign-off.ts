import type { Actor, PersonActor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { spoken } from '../../domain/roll-call/policy.ts'
import type { Manner, RosterRow } from '../../domain/roll-call/roster.ts'
import type { Speaker } from '../../domain/roll-call/same-person.ts'
import type { SignOffInput } from '../../domain/roll-call/sign-off-input.ts'
import { saidWords } from '../../domain/roll-call/verdict.ts'
import { change, type Done } from '../change.ts'
import { lockPlan } from '../plans/lock-plan.ts'
import { warmPlan } from '../plans/warm-plan.ts'
import { judgeWord } from './judge-word.ts'
import { keepWord } from './keep-word.ts'
import { refuseUnread } from './refuse-unread.ts'
import { speakingRound } from './speaking-round.ts'

/** One discipline's word. */
export interface GiveSignOff extends SignOffInput {
  readonly slug: string
  readonly discipline: Discipline
  /** The revision that was read; without it, the word is on whatever the plan says now. */
  readonly readRevision?: number | undefined
}

/** The round and the discipline's row in it, after the word was taken. */
export interface GivenSignOff {
  readonly rollCall: { readonly id: string; readonly number: number }
  readonly row: RosterRow
}

/**
 * Takes a discipline's word in the open round, or a no-go in the newest one after it has decided to
 * launch: signed by the caller, or recorded for the one whom `given_by` names. It is on the plan's text of this moment, which no edit can change under
 * it; where the caller says which revision they read, an edit since of what the discipline reviews
 * refuses it. The same word again, still current, changes nothing.
 *
 * @throws Refused `no_open_roll_call`, `roll_call_closed`, `not_found` for a discipline that is not
 * asked, `not_permitted`, `fresh_sign_in_needed`, `invalid`, `revision_conflict`, `forbidden`.
 */
export async function signOff(actor: Actor, input: GiveSignOff): Promise<Done<GivenSignOff>> {
  const { slug, discipline } = input
  const name = spoken(disciplineName(discipline))
  const verdict = saidWords(input.verdict)
  const attempt = {
    tried: input.given_by ? `record ${verdict} for ${name}` : `sign ${verdict} for ${name}`,
    target: { plan: slug },
  }
  await warmPlan(slug)
  return change(actor, attempt, async (tx) => {
    const plan = await lockPlan(tx, actor, 'sign_off.sign', slug)
    if (actor.kind !== 'person') throw new Refused({ code: 'forbidden', action: 'sign_off.sign' })
    const objects = input.verdict === 'no_go'
    const speaking = await speakingRound(tx, plan, discipline, { objects })
    const { round, asked, row } = speaking
    const { manner, givenBy } = await judgeWord(tx, actor, plan, discipline, input, speaking)
    await refuseUnread(tx, plan, asked.reviews, input.readRevision)
    const rollCall = { id: round.id, number: round.number }
    if (isSameWord(row, { actor, input, manner, givenBy })) {
      return { result: { rollCall, row }, entries: 'unchanged' }
    }
    const kept = await keepWord(tx, {
      actor,
      plan,
      round,
      asked,
      row,
      said: input,
      manner,
      givenBy,
    })
    return { result: { rollCall, row: kept.row }, entries: [kept.entry] }
  })
}

function isSameWord(
  { status, sign_off }: RosterRow,
  word: { actor: PersonActor; input: SignOffInput; manner: Manner; givenBy: Speaker },
): boolean {
  return (
    sign_off !== null &&
    status === word.input.verdict &&
    sign_off.manner === word.manner &&
    sign_off.given_by.id === word.givenBy.id &&
    sign_off.given_by.name === word.givenBy.name &&
    sign_off.recorded_by.id === word.actor.id &&
    sign_off.note === (word.input.note ?? null) &&
    sign_off.would_change === (word.input.would_change ?? null)
  )
}
