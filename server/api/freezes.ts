import { z } from 'zod'
import { changeFreeze } from '../freezes/change-freeze.ts'
import { findFreezeWindows } from '../freezes/find-freeze-windows.ts'
import { findFreezes } from '../freezes/find-freezes.ts'
import { liftFreeze } from '../freezes/lift-freeze.ts'
import { setFreeze } from '../freezes/set-freeze.ts'
import { moment, reasonSchema, wholeNumber } from './fields.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'
import { versionNamed } from './version-named.ts'

const tag = 'Freezes'
const YEAR_MS = 366 * 86_400_000

const freezeSchema = z.object({
  id: z.uuid(),
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  reason: z.string(),
  environments: z.array(z.string()),
  team: z.string().nullable(),
  recurrence: z.object({ rule: z.string(), time_zone: z.string(), words: z.string() }).nullable(),
  override_allowed: z.boolean(),
  set_by: z.string(),
  version: z.int(),
  next: z.array(z.object({ starts_at: z.iso.datetime(), ends_at: z.iso.datetime() })),
  stands: z.boolean(),
})

const freezeBody = z.strictObject({
  starts_at: moment,
  ends_at: moment,
  reason: reasonSchema,
  environments: z.array(z.string(), 'is a list of environment keys.').max(50).optional(),
  team: z.string('is the slug of a team.').nullish(),
  recurrence: z
    .strictObject({
      rule: z.string('is an RRULE of RFC 5545, like FREQ=WEEKLY;BYDAY=FR.').max(500),
      time_zone: z.string('is the name of a time zone, like America/New_York.').max(100),
    })
    .nullish(),
  override_allowed: z.boolean('is true or false.').optional(),
})

export const listFreezes = operation({
  id: 'listFreezes',
  method: 'GET',
  path: '/freezes',
  summary: 'The freezes that stand or are to come',
  tag,
  query: shortListQuery,
  result: z.object({ freezes: z.array(freezeSchema), next_cursor: z.string().nullable() }),
  run: async (actor, { query }) => {
    const { freezes } = await findFreezes(actor)
    const { shown, next_cursor } = pageOf(freezes, query)
    return { freezes: shown, next_cursor }
  },
})

export const listFreezeWindows = operation({
  id: 'listFreezeWindows',
  method: 'GET',
  path: '/freezes/windows',
  summary:
    'Every window of the freezes between two moments, at most a year apart, as a calendar has it',
  tag,
  query: z
    .strictObject({ from: moment, to: moment })
    .refine(({ from, to }) => to > from && to.getTime() - from.getTime() <= YEAR_MS, {
      path: ['to'],
      error: 'is after `from`, and a year at most.',
    }),
  result: z.object({
    windows: z.array(
      z.object({
        freeze: z.uuid(),
        starts_at: z.iso.datetime(),
        ends_at: z.iso.datetime(),
        reason: z.string(),
      }),
    ),
  }),
  run: async (actor, { query: { from, to } }) => ({
    windows: await findFreezeWindows(actor, from, to),
  }),
})

export const createFreeze = operation({
  id: 'createFreeze',
  method: 'POST',
  path: '/freezes',
  summary:
    'Sets a window in which nothing widens, once or again and again; without environments everywhere, without a team over every team',
  tag,
  body: freezeBody,
  status: 201,
  hasVersion: true,
  result: freezeSchema.extend({ seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { starts_at: startsAt, ends_at: endsAt, environments = [], reason } = body
    const asked = { startsAt, endsAt, environments, reason, ...termsOf(body) }
    const { result, seqs } = await setFreeze(actor, asked)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const patchFreeze = operation({
  id: 'changeFreeze',
  method: 'PATCH',
  path: '/freezes/{id}',
  summary: 'Changes a freeze; what is left out stays as it is',
  tag,
  params: z.strictObject({ id: z.uuid('is the id of a freeze.') }),
  body: freezeBody.partial().extend({ expected_version: wholeNumber.optional() }),
  ifMatch: 'optional',
  hasVersion: true,
  result: freezeSchema.extend({ seq: z.int().nullable() }),
  run: async (actor, { params, body, ifMatch }) => {
    const { starts_at, ends_at, reason, environments, expected_version: expectedVersion } = body
    const { result, seqs } = await changeFreeze(actor, {
      id: params.id,
      expectedVersion: expectedVersion ?? versionNamed(ifMatch),
      ...(starts_at === undefined ? {} : { startsAt: starts_at }),
      ...(ends_at === undefined ? {} : { endsAt: ends_at }),
      ...(reason === undefined ? {} : { reason }),
      ...(environments === undefined ? {} : { environments }),
      ...termsOf(body),
    })
    return { ...result, seq: seqs[0] ?? null }
  },
})

type Terms = Partial<Pick<z.infer<typeof freezeBody>, 'team' | 'recurrence' | 'override_allowed'>>

/** What of a freeze's terms was said: what was not stays out, so that it stays as it is. */
function termsOf({ team, recurrence, override_allowed }: Terms) {
  const again = recurrence && { rule: recurrence.rule, timeZone: recurrence.time_zone }
  return {
    ...(team === undefined ? {} : { team }),
    ...(recurrence === undefined ? {} : { recurrence: again ?? null }),
    ...(override_allowed === undefined ? {} : { overrideAllowed: override_allowed }),
  }
}

export const deleteFreeze = operation({
  id: 'deleteFreeze',
  method: 'DELETE',
  path: '/freezes/{id}',
  summary: 'Lifts a freeze; it stays on record',
  tag,
  params: z.strictObject({ id: z.uuid('is the id of a freeze.') }),
  result: z.object({ lifted: z.literal(true), seq: z.int().nullable() }),
  run: async (actor, { params }) => {
    const { seqs } = await liftFreeze(actor, params.id)
    return { lifted: true, seq: seqs[0] ?? null }
  },
})
