import { z } from 'zod'
import { GATES } from '../../domain/toggle/evaluation-context.ts'
import { STATE_LIMITS } from '../../domain/toggle/state.ts'
import { askEvaluation } from '../toggles/ask-evaluation.ts'
import { operation } from './operation.ts'

export const readEvaluation = operation({
  id: 'readEvaluation',
  method: 'GET',
  path: '/toggles/{key}/environments/{environment}/evaluation',
  summary: 'Whether one actor is let in now, with the gate, the bucket and the why',
  tag: 'Toggles',
  params: z.strictObject({ key: z.string(), environment: z.string() }),
  query: z.strictObject({
    actor: z
      .string('Name an actor.')
      .min(1, 'Name an actor.')
      .max(STATE_LIMITS.actor, `is ${STATE_LIMITS.actor} characters long at most.`),
  }),
  result: z.object({
    actor: z.string(),
    answer: z.enum(['in', 'out', 'depends']),
    why: z.array(z.string()),
    gate: z.enum(GATES).nullable(),
    bucket: z.int().min(0).max(99_999),
    version: z.int(),
  }),
  run: (actor, { params, query }) =>
    askEvaluation(actor, {
      toggle: params.key,
      environment: params.environment,
      actorId: query.actor,
    }),
})
