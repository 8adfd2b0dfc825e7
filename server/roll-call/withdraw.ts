import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { spoken } from '../../domain/roll-call/policy.ts'
import type { WithdrawalInput } from '../../domain/roll-call/sign-off-input.ts'
import { change, type Done } from '../change.ts'
import { lockPlan } from '../plans/lock-plan.ts'
import { warmPlan } from '../plans/warm-plan.ts'
import { judgeWord } from './judge-word.ts'
import { keepWord } from './keep-word.ts'
import type { GivenSignOff } from './sign-off.ts'
import { speakingRound } from './speaking-round.ts'

/** A word that is taken back. */
export interface Withdraw extends WithdrawalInput {
  readonly slug: string
  readonly discipline: Discipline
}

/**
 * Takes back what a discipline last said, with a reason: in the open round, where it may speak
 * again; or after a launch, where nothing widens any further on it and nothing is undone. By who
 * speaks for the discipline, or recorded for them. Taken back already, nothing changes.
 *
 * @throws Refused `not_found` where it has said nothing, `no_open_roll_call`, `roll_call_closed`,
 * `not_permitted`, `fresh_sign_in_needed`, `invalid`, `forbidden`.
 */
export async function withdraw(actor: Actor, input: Withdraw): Promise<Done<GivenSignOff>> {
  const { slug, discipline, given_by } = input
  const name = spoken(disciplineName(discipline))
  const attempt = { tried: `take back what ${name} said`, target: { plan: slug } }
  await warmPlan(slug)
  return change(actor, attempt, async (tx) => {
    const plan = await lockPlan(tx, actor, 'sign_off.sign', slug)
    if (actor.kind !== 'person') throw new Refused({ code: 'forbidden', action: 'sign_off.sign' })
    const speaking = await speakingRound(tx, plan, discipline, { objects: true })
    const { round, asked, row } = speaking
    const verdict = 'withdrawn' as const
    const { manner, givenBy } = await judgeWord(
      tx,
      actor,
      plan,
      discipline,
      { verdict, given_by },
      speaking,
    )
    if (!row.sign_off) throw new Refused({ code: 'not_found', what: 'word of', key: discipline })
    const rollCall = { id: round.id, number: round.number }
    if (row.sign_off.verdict === verdict) {
      return { result: { rollCall, row }, entries: 'unchanged' }
    }
    const said = { verdict, note: input.note }
    const kept = await keepWord(tx, { actor, plan, round, asked, row, said, manner, givenBy })
    return { result: { rollCall, row: kept.row }, entries: [kept.entry] }
  })
}
