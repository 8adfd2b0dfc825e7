import { z } from 'zod'
import { schedulePatchSchema } from '../../domain/schedule/schedule-input.ts'
import { cancelSchedule } from '../schedules/cancel-schedule.ts'
import { findSchedules } from '../schedules/find-schedules.ts'
import { scheduleFlips } from '../schedules/schedule-flips.ts'
import { moment, reasonSchema } from './fields.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'

const tag = 'Schedules'
const stateParams = z.strictObject({ key: z.string(), environment: z.string() })

const scheduleSchema = z.object({
  id: z.uuid(),
  environment: z.string(),
  at: z.iso.datetime(),
  state: z.enum(['waiting', 'done', 'refused', 'cancelled']),
  flips: z.array(z.object({ toggle: z.string(), from: z.string(), to: z.string() })),
  reason: z.string(),
  plan: z.string().nullable(),
  made_by: z.string(),
  made_at: z.iso.datetime(),
  settled_at: z.iso.datetime().nullable(),
  refusal: z.string().nullable(),
  may_cancel: z.boolean(),
})

const scheduleList = z.object({
  schedules: z.array(scheduleSchema),
  next_cursor: z.string().nullable(),
})

function paged(
  schedules: Awaited<ReturnType<typeof findSchedules>>,
  page: Parameters<typeof pageOf>[1],
) {
  const { shown, next_cursor } = pageOf(schedules, page)
  return { schedules: shown, next_cursor }
}

const madeSchema = z.object({ id: z.uuid(), at: z.iso.datetime(), seq: z.int().nullable() })

const gates = schedulePatchSchema.shape
const namesGate = (body: object) => Object.keys(gates).some((gate) => gate in body)
const whichGates = `Name at least one gate to change: ${Object.keys(gates).join(', ')}.`

export const scheduleFlip = operation({
  id: 'scheduleFlip',
  method: 'POST',
  path: '/toggles/{key}/environments/{environment}/schedules',
  summary: 'Signs a flip for a moment to come, when it is weighed again',
  tag,
  params: stateParams,
  body: z
    .strictObject({ at: moment, ...gates, reason: reasonSchema })
    .refine(namesGate, whichGates),
  status: 201,
  result: madeSchema,
  run: async (actor, { params, body }) => {
    const { at, reason, ...patch } = body
    const flips = [{ toggle: params.key, patch }]
    const { environment } = params
    const { result, seqs } = await scheduleFlips(actor, { environment, at, reason, flips })
    return { ...result, at: at.toISOString(), seq: seqs[0] ?? null }
  },
})

export const listToggleSchedules = operation({
  id: 'listToggleSchedules',
  method: 'GET',
  path: '/toggles/{key}/environments/{environment}/schedules',
  summary: 'What is scheduled for a toggle, soonest first, then what is over',
  tag,
  params: stateParams,
  query: shortListQuery,
  result: scheduleList,
  run: async (actor, { params, query }) => {
    const { key: toggle, environment } = params
    return paged(await findSchedules(actor, { toggle, environment }), query)
  },
})

export const cancelToggleSchedule = operation({
  id: 'cancelToggleSchedule',
  method: 'DELETE',
  path: '/toggles/{key}/environments/{environment}/schedules/{id}',
  summary: 'Takes a scheduled flip back; it stays on record',
  tag,
  params: z.strictObject({ ...stateParams.shape, id: z.uuid('is the id of a schedule.') }),
  result: z.object({ cancelled: z.literal(true), seq: z.int().nullable() }),
  run: (actor, { params }) => cancelled(actor, params.id),
})

export const scheduleTogether = operation({
  id: 'scheduleTogether',
  method: 'POST',
  path: '/schedules',
  summary:
    'Signs several flips for one moment, all or nothing; in the plan’s order where one is named',
  tag,
  body: z.strictObject({
    environment: z.string(),
    at: moment,
    flips: z
      .array(z.strictObject({ toggle: z.string(), ...gates }).refine(namesGate, whichGates))
      .min(1, 'names no flip.')
      .max(50, 'are 50 at most.'),
    plan: z.string().optional(),
    reason: reasonSchema,
  }),
  status: 201,
  result: madeSchema,
  run: async (actor, { body }) => {
    const flips = body.flips.map(({ toggle, ...patch }) => ({ toggle, patch }))
    const { result, seqs } = await scheduleFlips(actor, { ...body, flips })
    return { ...result, at: body.at.toISOString(), seq: seqs[0] ?? null }
  },
})

export const listSchedules = operation({
  id: 'listSchedules',
  method: 'GET',
  path: '/schedules',
  summary: 'Everything that is scheduled, soonest first, then what is over',
  tag,
  query: shortListQuery.extend({
    environment: z.string().optional(),
    toggle: z.string().optional(),
  }),
  result: scheduleList,
  run: async (actor, { query: { environment, toggle, ...page } }) =>
    paged(await findSchedules(actor, { environment, toggle }), page),
})

export const cancelASchedule = operation({
  id: 'cancelSchedule',
  method: 'DELETE',
  path: '/schedules/{id}',
  summary: 'Takes a schedule back; it stays on record',
  tag,
  params: z.strictObject({ id: z.uuid('is the id of a schedule.') }),
  result: z.object({ cancelled: z.literal(true), seq: z.int().nullable() }),
  run: (actor, { params }) => cancelled(actor, params.id),
})

async function cancelled(actor: Parameters<typeof cancelSchedule>[0], id: string) {
  const { seqs } = await cancelSchedule(actor, id)
  return { cancelled: true, seq: seqs[0] ?? null }
}
