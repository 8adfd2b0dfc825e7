import { z } from 'zod'
import { DISCIPLINES } from '../../domain/roll-call/disciplines.ts'
import { delegate } from '../delegations/delegate.ts'
import type { Delegation } from '../delegations/delegation-row.ts'
import { endDelegation } from '../delegations/end-delegation.ts'
import { findDelegations } from '../delegations/find-delegations.ts'
import { moment, reasonSchema } from './fields.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'

const tag = 'Delegations'
const teamParams = z.strictObject({ slug: z.string() })

const delegation = z.object({
  id: z.uuid(),
  discipline: z.enum(DISCIPLINES),
  from: z.string(),
  to: z.string(),
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  reason: z.string(),
  ended: z.boolean(),
}) satisfies z.ZodType<Delegation>

export const listDelegations = operation({
  id: 'listDelegations',
  method: 'GET',
  path: '/teams/{slug}/delegations',
  summary: 'Who speaks in whose place in a team, newest first, also what is over',
  tag,
  params: teamParams,
  query: shortListQuery,
  result: z.object({
    delegations: z.array(delegation.extend({ may_end: z.boolean() })),
    next_cursor: z.string().nullable(),
    you: z.object({
      own: z.array(z.enum(DISCIPLINES)),
      alternates: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
  }),
  run: async (actor, { params, query }) => {
    const { delegations, you } = await findDelegations(actor, params.slug)
    const { shown, next_cursor } = pageOf(delegations, query)
    return { delegations: shown, next_cursor, you }
  },
})

export const createDelegation = operation({
  id: 'createDelegation',
  method: 'POST',
  path: '/teams/{slug}/delegations',
  summary: "Lets a member of the team speak for the caller's own discipline, for a time",
  tag,
  params: teamParams,
  body: z.strictObject({
    discipline: z.enum(DISCIPLINES, `is one of ${DISCIPLINES.join(', ')}.`),
    to: z.uuid('is the id of a person.'),
    starts_at: moment.optional(),
    ends_at: moment,
    reason: reasonSchema,
  }),
  status: 201,
  result: delegation.extend({ seq: z.int().nullable() }),
  run: async (actor, { params, body }) => {
    const { discipline, to, starts_at: startsAt, ends_at: endsAt, reason } = body
    const asked = { team: params.slug, discipline, to, startsAt, endsAt, reason }
    const { result, seqs } = await delegate(actor, asked)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const deleteDelegation = operation({
  id: 'deleteDelegation',
  method: 'DELETE',
  path: '/teams/{slug}/delegations/{id}',
  summary: 'Ends a delegation before its time; it stays on record',
  tag,
  params: z.strictObject({ slug: z.string(), id: z.uuid('is the id of a delegation.') }),
  result: z.object({ ended: z.literal(true), seq: z.int().nullable() }),
  run: async (actor, { params: { slug: team, id } }) => {
    const { seqs } = await endDelegation(actor, { team, id })
    return { ended: true, seq: seqs[0] ?? null }
  },
})
