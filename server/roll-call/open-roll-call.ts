import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { judgeDepartures } from '../../domain/roll-call/departures.ts'
import { disciplineName } from '../../domain/roll-call/disciplines.ts'
import { disciplinesToAsk } from '../../domain/roll-call/disciplines-to-ask.ts'
import { policyHash } from '../../domain/roll-call/policy-hash.ts'
import type { RoundInput } from '../../domain/roll-call/round-input.ts'
import { change, type Done } from '../change.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { lockPlan } from '../plans/lock-plan.ts'
import { planText } from '../plans/plan-text.ts'
import { warmPlan } from '../plans/warm-plan.ts'
import { newestRound } from './load-round.ts'
import { teamPolicy } from './team-policy.ts'

/** A round to open. */
export interface OpenRollCall extends RoundInput {
  readonly slug: string
}

const MOST_PROMPTS = 1000

/**
 * Opens a go/no-go round on the plan as it is now: under its team's policy as it stands today, which
 * is kept with the round, with what the plan adds to its disciplines and what it drops with a
 * reason, and with the prompts of the plan's own go/no-go sheet, all to be answered anew.
 *
 * @throws Refused `roll_call_open` while another round is open, `invalid` for a discipline that
 * cannot be dropped, `forbidden`, `not_found`.
 */
export async function openRollCall(
  actor: Actor,
  { slug, ...asked }: OpenRollCall,
): Promise<Done<{ id: string; number: number }>> {
  const attempt = { tried: `open a roll call of "${slug}"`, target: { plan: slug } }
  await warmPlan(slug)
  return change(actor, attempt, async (tx) => {
    const plan = await lockPlan(tx, actor, 'roll_call.open', slug)
    if (actor.kind !== 'person') throw new Refused({ code: 'forbidden', action: 'roll_call.open' })
    const last = await newestRound(tx, plan.id)
    if (last && last.decision === null) {
      throw new Refused({ code: 'roll_call_open', plan: slug, number: last.number })
    }
    const { reading, revision } = await planText(tx, plan.id)
    const items = reading.go_no_go?.items ?? []
    if (items.length > MOST_PROMPTS) throw tooManyPrompts(items.length)
    const id = randomUUID()
    const number = (last?.number ?? 0) + 1
    const { policy, version } = await teamPolicy(tx, plan.teamId)
    const { require = [], invite = [], drop = [], purpose = null } = asked
    const dropped = drop.map(({ discipline }) => discipline)
    const departures = { require, invite, drop: dropped }
    const refusal = judgeDepartures(policy, departures)
    if (refusal) throw new Refused(refusal)
    const disciplines = disciplinesToAsk(policy, departures)
    await tx.rollCall.create({
      data: { id, planId: plan.id, number, revision, disciplines, openedBy: actor.id },
    })
    const termsId = randomUUID()
    const hash = policyHash(policy)
    await tx.rollCallTerms.create({
      data: {
        id: termsId,
        rollCallId: id,
        policy,
        policyHash: hash,
        policyVersion: version,
        dropped,
        dropReasons: Object.fromEntries(drop.map((one) => [one.discipline, one.reason])),
        purpose,
      },
    })
    const prompts = items.map(({ n, text, owner }) => ({
      id: randomUUID(),
      rollCallId: id,
      n,
      text: text.toWellFormed(),
      owner: owner?.toWellFormed() ?? null,
    }))
    await tx.rollCallPrompt.createMany({ data: prompts })
    await enqueue(tx, 'ask_for_sign_offs', { roll_call: id })
    return {
      result: { id, number },
      entries: [
        {
          type: 'roll_call.opened',
          target: { plan: slug, roll_call: number },
          data: {
            revision,
            required: disciplines
              .filter(({ required }) => required)
              .map(({ discipline }) => discipline),
            policy: hash,
            ...(dropped.length > 0 ? { dropped } : {}),
          },
          texts: {
            ...(purpose === null ? {} : { purpose }),
            ...(drop.length > 0 ? { reason: reasonsOf(drop) } : {}),
          },
          changed: [
            { entity: 'roll_call', id, before: null },
            { entity: 'roll_call_terms', id: termsId, before: null },
            ...prompts.map((prompt) => ({
              entity: 'roll_call_prompt' as const,
              id: prompt.id,
              before: null,
            })),
          ],
        },
      ],
    }
  })
}

function reasonsOf(drop: NonNullable<RoundInput['drop']>): string {
  return drop.map(({ discipline, reason }) => `${disciplineName(discipline)}: ${reason}`).join('\n')
}

function tooManyPrompts(found: number): Refused {
  const message = `has ${found} go/no-go prompts; a roll call takes at most ${MOST_PROMPTS}.`
  return new Refused({ code: 'invalid', errors: [{ path: 'document', message }] })
}
