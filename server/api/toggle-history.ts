import { z } from 'zod'
import { findSteps } from '../toggles/find-history.ts'
import { operation } from './operation.ts'

export const readToggleHistory = operation({
  id: 'readToggleHistory',
  method: 'GET',
  path: '/toggles/{key}/environments/{environment}/history',
  summary: 'The steps of a toggle in an environment, oldest first: the newest 200, from the log',
  tag: 'Toggles',
  params: z.strictObject({ key: z.string(), environment: z.string() }),
  result: z.object({
    points: z.array(
      z.object({
        version: z.int(),
        at: z.iso.datetime(),
        words: z.string(),
        percentage: z.number(),
        actor: z.string(),
        type: z.string(),
        seq: z.int(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  run: async (actor, { params: { key, environment } }) => ({
    points: await findSteps(actor, key, environment),
  }),
})
