import type { PersonActor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { freshlySignedIn, tokenMaySign } from '../../domain/roll-call/fresh-sign-in.ts'
import type { Manner } from '../../domain/roll-call/roster.ts'
import type { Speaker } from '../../domain/roll-call/same-person.ts'
import { judgeSignOff, judgeWithdrawal } from '../../domain/roll-call/sign-off.ts'
import type { SignOffInput } from '../../domain/roll-call/sign-off-input.ts'
import type { Db } from '../db.ts'
import type { PlanRow } from '../plans/lock-plan.ts'
import { databaseNow } from './database-now.ts'
import { peopleOf } from './people-of.ts'
import type { Speaking } from './speaking-round.ts'

/** A word as it is asked to be taken: a verdict, or `withdrawn` for taking the last one back. */
export type WordAsked =
  | SignOffInput
  | { readonly verdict: 'withdrawn'; readonly given_by?: string | null | undefined }

/**
 * Holds a word to the rules of its round: whose it is, and how it is given. What somebody signs
 * themself asks for a fresh sign-in; through a token, for one that may sign.
 *
 * @throws Refused `not_permitted`, `fresh_sign_in_needed`, `invalid`, `forbidden`.
 */
export async function judgeWord(
  tx: Db,
  actor: PersonActor,
  plan: PlanRow,
  discipline: Discipline,
  input: WordAsked,
  { round, roster }: Speaking,
): Promise<{ manner: Manner; givenBy: Speaker }> {
  if (!tokenMaySign(actor)) {
    const detail = `This token of ${actor.name} may not sign. Sign in, or use one that was made for signing.`
    throw new Refused({ code: 'not_permitted', detail })
  }
  const { policy } = round
  const people = await peopleOf(tx, plan)
  const asked = { actor, teamId: plan.teamId, discipline, people, policy }
  const judged =
    input.verdict === 'withdrawn'
      ? judgeWithdrawal({ ...asked, given_by: input.given_by })
      : judgeSignOff({ ...asked, input, roster, author: await authorOf(tx, plan) })
  if ('refusal' in judged) throw new Refused(judged.refusal)
  const signed = judged.accepted.manner === 'signed'
  if (signed && !freshlySignedIn(actor, await databaseNow(tx))) {
    throw new Refused({ code: 'fresh_sign_in_needed', action: 'sign off' })
  }
  return judged.accepted
}

/** Who wrote the newest revision; null where that was no person. */
async function authorOf(tx: Db, plan: PlanRow): Promise<Speaker | null> {
  const { author } = await tx.planRevision.findUniqueOrThrow({
    where: { planId_number: { planId: plan.id, number: plan.revision } },
    select: { author: { select: { id: true, name: true } } },
  })
  return author
}
