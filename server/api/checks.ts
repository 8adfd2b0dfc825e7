import { z } from 'zod'
import { decideChecks } from '../checks/decide-checks.ts'
import { findChecks } from '../checks/find-checks.ts'
import { proposalVerdictInput } from '../checks/proposal-row.ts'
import { proposeChecks } from '../checks/propose-checks.ts'
import { reasonSchema } from './fields.ts'
import { operation } from './operation.ts'

const tag = 'Checks'

/** A wish that needs a second person. */
export const proposalSchema = z.object({
  id: z.uuid(),
  environment: z.string(),
  bind: z.array(z.string()),
  unbind: z.array(z.string()),
  reason: z.string(),
  proposed_by: z.string(),
  proposed_at: z.iso.datetime(),
  verdict: z.string().nullable(),
  decided_by: z.string().nullable(),
  decided_at: z.iso.datetime().nullable(),
  note: z.string().nullable(),
  may_decide: z.boolean(),
  may_withdraw: z.boolean(),
})

const checkNames = z
  .array(z.string('is the name of a check.').max(100), 'is a list of checks.')
  .max(50)

export const listChecks = operation({
  id: 'listChecks',
  method: 'GET',
  path: '/teams/{slug}/checks',
  summary: 'Which checks bind for a team in each environment, and what is proposed',
  tag,
  params: z.strictObject({ slug: z.string() }),
  result: z.object({
    team: z.string(),
    team_name: z.string(),
    environments: z.array(
      z.object({
        environment: z.string(),
        name: z.string(),
        protected: z.boolean(),
        checks: z.array(
          z.object({
            check: z.string(),
            binds: z.boolean(),
            by_default: z.boolean(),
            always: z.boolean(),
          }),
        ),
      }),
    ),
    proposals: z.array(proposalSchema),
    may_propose: z.boolean(),
  }),
  run: (actor, { params }) => findChecks(actor, params.slug),
})

export const proposeTheChecks = operation({
  id: 'proposeChecks',
  method: 'POST',
  path: '/teams/{slug}/checks/proposals',
  summary:
    'Proposes which checks bind in an environment; nothing changes until a second person accepts',
  tag,
  params: z.strictObject({ slug: z.string() }),
  body: z.strictObject({
    environment: z.string(),
    bind: checkNames.optional(),
    unbind: checkNames.optional(),
    reason: reasonSchema,
  }),
  status: 201,
  result: z.object({ id: z.uuid(), seq: z.int().nullable() }),
  run: async (actor, { params, body }) => {
    const { bind = [], unbind = [], ...asked } = body
    const { result, seqs } = await proposeChecks(actor, {
      team: params.slug,
      bind,
      unbind,
      ...asked,
    })
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const decideTheChecks = operation({
  id: 'decideChecks',
  method: 'POST',
  path: '/teams/{slug}/checks/proposals/{id}/verdict',
  summary: 'A second person accepts or declines a proposal; who made it can only withdraw it',
  tag,
  params: z.strictObject({ slug: z.string(), id: z.uuid('is the id of a proposal.') }),
  body: proposalVerdictInput,
  result: z.object({ id: z.uuid(), verdict: z.string(), seq: z.int().nullable() }),
  run: async (actor, { params, body }) => {
    const asked = { team: params.slug, id: params.id, ...body }
    const { result, seqs } = await decideChecks(actor, asked)
    return { ...result, seq: seqs[0] ?? null }
  },
})
