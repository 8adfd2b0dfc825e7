import { z } from 'zod'
import { checkInStates } from '../../domain/plan/reading.ts'
import { CHECK_INS } from '../../domain/rollout/check-in.ts'
import { metricSchema } from '../../domain/rollout/criterion.ts'
import { findCheckIns } from '../check-ins/find-check-ins.ts'
import { recordCheckIn } from '../check-ins/record-check-in.ts'
import { wholeNumber } from './fields.ts'
import { operation } from './operation.ts'
import { criterionResult, metricResult } from './stage-results.ts'

const tag = 'Check-ins'
const params = z.strictObject({
  slug: z.string(),
  which: z.enum(CHECK_INS, `is one of ${CHECK_INS.join(', ')}.`),
})
const said = z.string('is a text.').trim().min(1, 'must not be empty.').max(4000)
const count = wholeNumber.nullable().default(null)

const checkInResult = z.object({
  which: z.enum(CHECK_INS),
  state: z.enum(['waiting', 'upcoming', 'due', 'overdue', 'recorded']),
  due_on: z.iso.date().nullable(),
  /** Whether the plan itself states that day. */
  due_by_plan: z.boolean(),
  document: z.enum(checkInStates),
  recorded: z
    .object({
      users: z.int().nullable(),
      metrics: z.array(metricResult),
      errors: z.int().nullable(),
      errors_note: z.string().nullable(),
      note: z.string().nullable(),
      by: z.string(),
      at: z.iso.datetime(),
      revision: z.int(),
    })
    .nullable(),
})

const onePlan = z.object({
  plan: z.object({ slug: z.string(), title: z.string(), revision: z.int() }),
  full_since: z.iso.datetime().nullable(),
  kpis: z.array(criterionResult),
  unread_kpis: z.array(z.string()),
  check_in: checkInResult,
})

async function oneOf(actor: Parameters<typeof findCheckIns>[0], slug: string, which: string) {
  const { check_ins, ...rest } = await findCheckIns(actor, slug)
  return { ...rest, check_in: check_ins.find((one) => one.which === which) }
}

export const readCheckIn = operation({
  id: 'readCheckIn',
  method: 'GET',
  path: '/release-plans/{slug}/check-ins/{which}',
  summary: 'The one-week or one-month look back: when it is due, and what was recorded',
  tag,
  params,
  result: onePlan,
  run: (actor, { params: { slug, which } }) => oneOf(actor, slug, which),
})

export const recordACheckIn = operation({
  id: 'recordCheckIn',
  method: 'PUT',
  path: '/release-plans/{slug}/check-ins/{which}',
  summary: 'Records a look back and writes it into the plan; no sign-off goes stale by it',
  tag,
  params,
  body: z.strictObject({
    users: count,
    metrics: z.array(metricSchema, 'is a list of metrics.').max(50, 'is 50 metrics at most.'),
    errors: count,
    errors_note: said.optional(),
    note: said.optional(),
  }),
  result: onePlan.extend({ seqs: z.array(z.int()) }),
  run: async (actor, { params: { slug, which }, body: { errors_note: errorsNote, ...body } }) => {
    const { note } = body
    const { seqs } = await recordCheckIn(actor, { slug, which, ...body, errorsNote, note })
    return { ...(await oneOf(actor, slug, which)), seqs }
  },
})
