import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import type { PromptAnswer } from '../../domain/roll-call/prompt-answer.ts'
import { change, type Done } from '../change.ts'
import { lockPlan } from '../plans/lock-plan.ts'
import { imageOf } from '../write-entry.ts'
import { openRound } from './open-round.ts'

/** An answer to one prompt of a round. */
export interface AnswerPrompt extends PromptAnswer {
  readonly slug: string
  readonly rollCall: string
  readonly n: number
}

/** A prompt with its answer. */
export interface AnsweredPrompt {
  readonly n: number
  readonly text: string
  readonly owner: string | null
  readonly answer: string
  readonly note: string | null
}

/**
 * Answers a prompt of an open round, or answers it anew. The same answer again changes nothing.
 *
 * @throws Refused `forbidden`, `not_found`, `roll_call_closed`.
 */
export async function answerPrompt(
  actor: Actor,
  input: AnswerPrompt,
): Promise<Done<AnsweredPrompt>> {
  const { slug, n, answer } = input
  const attempt = { tried: `answer prompt ${n} of "${slug}"`, target: { plan: slug } }
  return change(actor, attempt, async (tx) => {
    const plan = await lockPlan(tx, actor, 'prompt.answer', slug)
    const round = await openRound(tx, plan, input.rollCall)
    const prompt = round.prompts.find((one) => one.n === n)
    if (!prompt) throw new Refused({ code: 'not_found', what: 'prompt', key: String(n) })
    const note = input.note ?? null
    const { text, owner } = prompt
    const result = { n, text, owner, answer, note }
    if (prompt.answer === answer && prompt.note === note) return { result, entries: 'unchanged' }
    const before = await imageOf(tx, 'roll_call_prompt', prompt.id)
    const written = await tx.rollCallPrompt.updateMany({
      where: { id: prompt.id, version: prompt.version },
      data: { answer, note, version: prompt.version + 1 },
    })
    if (written.count !== 1) throw new Error(`prompt ${prompt.id} changed although it was locked`)
    return {
      result,
      entries: [
        {
          type: 'prompt.answered',
          target: { plan: slug, roll_call: round.number },
          data: { n, answer },
          texts: note === null ? {} : { note },
          changed: [{ entity: 'roll_call_prompt', id: prompt.id, before }],
        },
      ],
    }
  })
}
