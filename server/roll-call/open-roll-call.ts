import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { defaultPolicy, disciplinesToAsk } from '../../domain/roll-call/policy.ts'
import { change, type Done } from '../change.ts'
import { lockPlan } from '../plans/lock-plan.ts'
import { planText } from '../plans/plan-text.ts'
import { warmPlan } from '../plans/warm-plan.ts'
import { newestRound } from './load-round.ts'

/** A round to open. */
export interface OpenRollCall {
  readonly slug: string
  /** Disciplines that this plan needs besides those of the policy. */
  readonly require: readonly Discipline[]
  /** Disciplines that are asked, and without which the plan may still launch. */
  readonly invite: readonly Discipline[]
}

const MOST_PROMPTS = 1000

/**
 * Opens a go/no-go round on the plan as it is now: the policy's disciplines as it stands today, and
 * the prompts of the plan's own go/no-go sheet, all to be answered anew.
 *
 * @throws Refused `roll_call_open` while another round is open, `forbidden`, `not_found`.
 */
export async function openRollCall(
  actor: Actor,
  { slug, require, invite }: OpenRollCall,
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
    const disciplines = disciplinesToAsk(defaultPolicy, { require, invite })
    await tx.rollCall.create({
      data: { id, planId: plan.id, number, revision, disciplines, openedBy: actor.id },
    })
    const prompts = items.map(({ n, text, owner }) => ({
      id: randomUUID(),
      rollCallId: id,
      n,
      text: text.toWellFormed(),
      owner: owner?.toWellFormed() ?? null,
    }))
    await tx.rollCallPrompt.createMany({ data: prompts })
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
          },
          changed: [
            { entity: 'roll_call', id, before: null },
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

function tooManyPrompts(found: number): Refused {
  const message = `has ${found} go/no-go prompts; a roll call takes at most ${MOST_PROMPTS}.`
  return new Refused({ code: 'invalid', errors: [{ path: 'document', message }] })
}
