import { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import { decisionInput } from '../../domain/roll-call/decision.ts'
import { DISCIPLINES } from '../../domain/roll-call/disciplines.ts'
import { promptAnswer } from '../../domain/roll-call/prompt-answer.ts'
import { roundInput } from '../../domain/roll-call/round-input.ts'
import { answerPrompt as answer } from '../roll-call/answer-prompt.ts'
import { decide } from '../roll-call/decide.ts'
import { findRollCall } from '../roll-call/find-roll-call.ts'
import { findRollCalls } from '../roll-call/find-roll-calls.ts'
import { openRollCall as open } from '../roll-call/open-roll-call.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'
import { answeredResult, rollCallDetail, rollCallSummary } from './roll-call-results.ts'

const tag = 'Roll calls'
const planParams = z.strictObject({ slug: z.string() })
const roundParams = z.strictObject({ slug: z.string(), id: z.string() })

const disciplineList = z
  .string()
  .transform((list) => [...new Set(list.split(',').map((word) => word.trim()))].filter(Boolean))
  .pipe(z.array(z.enum(DISCIPLINES, `names ${DISCIPLINES.join(', ')}.`)))

export const openRollCall = operation({
  id: 'openRollCall',
  method: 'POST',
  path: '/release-plans/{slug}/roll-calls',
  summary:
    "Opens a round on the plan as it is now, under its team's policy; `require` and `invite` add disciplines, `drop` leaves one out with a reason, `purpose` says what the round is for",
  tag,
  params: planParams,
  body: roundInput,
  bodyType: 'optional_json',
  query: z.strictObject({ require: disciplineList.optional(), invite: disciplineList.optional() }),
  status: 201,
  result: rollCallDetail.extend({ seq: z.int().nullable() }),
  run: async (actor, { params: { slug }, query, body }) => {
    const require = [...(query.require ?? []), ...(body.require ?? [])]
    const invite = [...(query.invite ?? []), ...(body.invite ?? [])]
    const { result, seqs } = await open(actor, { slug, ...body, require, invite })
    return { ...(await findRollCall(actor, { slug, id: result.id })), seq: seqs[0] ?? null }
  },
})

export const listRollCalls = operation({
  id: 'listRollCalls',
  method: 'GET',
  path: '/release-plans/{slug}/roll-calls',
  summary: 'The rounds of a plan, newest first',
  tag,
  params: planParams,
  query: shortListQuery,
  result: z.object({ roll_calls: z.array(rollCallSummary), next_cursor: z.string().nullable() }),
  run: async (actor, { params, query }) => {
    const { shown, next_cursor } = pageOf(await findRollCalls(actor, params.slug), query)
    return { roll_calls: shown, next_cursor }
  },
})

export const readRollCall = operation({
  id: 'readRollCall',
  method: 'GET',
  path: '/release-plans/{slug}/roll-calls/{id}',
  summary: "One round, on the plan's present text",
  tag,
  params: roundParams,
  result: rollCallDetail,
  run: (actor, { params }) => findRollCall(actor, params),
})

export const answerPrompt = operation({
  id: 'answerPrompt',
  method: 'PUT',
  path: '/release-plans/{slug}/roll-calls/{id}/prompts/{n}',
  summary: 'Answers a prompt of an open round',
  tag,
  params: roundParams.extend({ n: z.string() }),
  body: promptAnswer,
  result: answeredResult,
  run: async (actor, { params, body }) => {
    const n = /^[1-9]\d{0,5}$/.test(params.n) ? Number(params.n) : null
    if (n === null) throw new Refused({ code: 'not_found', what: 'prompt', key: params.n })
    const { slug, id: rollCall } = params
    const { result, seqs } = await answer(actor, { slug, rollCall, n, ...body })
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const decideRollCall = operation({
  id: 'decideRollCall',
  method: 'POST',
  path: '/release-plans/{slug}/roll-calls/{id}/decision',
  summary: 'Closes a round; a launch is refused while anything is missing',
  tag,
  params: roundParams,
  body: decisionInput,
  result: rollCallDetail.extend({ seq: z.int().nullable() }),
  run: async (actor, { params: { slug, id }, body }) => {
    const { seqs } = await decide(actor, { slug, rollCall: id, ...body })
    return { ...(await findRollCall(actor, { slug, id })), seq: seqs[0] ?? null }
  },
})
