import { z } from 'zod'
import { proposalVerdictInput } from '../checks/proposal-row.ts'
import { addEnvironment } from '../environments/add-environment.ts'
import { changeEnvironment } from '../environments/change-environment.ts'
import { decideUnprotection } from '../environments/decide-unprotection.ts'
import { findEnvironments } from '../environments/find-environments.ts'
import { orderEnvironments } from '../environments/order-environments.ts'
import { proposeUnprotection } from '../environments/propose-unprotection.ts'
import { proposalSchema } from './checks.ts'
import { reasonSchema } from './fields.ts'
import { operation } from './operation.ts'

const tag = 'Environments'
const keyParams = z.strictObject({ key: z.string() })
const done = z.object({ key: z.string(), seq: z.int().nullable() })
const nameSchema = z
  .string('is a text.')
  .trim()
  .min(1, 'must not be empty.')
  .max(60, 'is 60 characters long at most.')

export const listEnvironments = operation({
  id: 'listEnvironments',
  method: 'GET',
  path: '/environments',
  summary: 'The environments in their order',
  tag,
  result: z.object({
    environments: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        protected: z.boolean(),
        open_toggles: z.int(),
        server: z.string().nullable(),
        unprotection: proposalSchema.nullable(),
      }),
    ),
    may_change: z.boolean(),
  }),
  run: (actor) => findEnvironments(actor),
})

export const createEnvironment = operation({
  id: 'addEnvironment',
  method: 'POST',
  path: '/environments',
  summary: 'Adds an environment after the others; every toggle is off there',
  tag,
  body: z.strictObject({
    key: z
      .string('is a text.')
      .regex(
        /^[a-z][a-z0-9_-]{0,62}$/,
        'begins with a letter and has small letters, digits, - and _, 63 at most.',
      ),
    name: nameSchema,
    protected: z.boolean('is true or false.'),
  }),
  status: 201,
  result: done,
  run: async (actor, { body }) => {
    const { result, seqs } = await addEnvironment(actor, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const putEnvironmentOrder = operation({
  id: 'orderEnvironments',
  method: 'PUT',
  path: '/environments',
  summary: 'Puts the environments in another order',
  tag,
  body: z.strictObject({ order: z.array(z.string(), 'is a list of environment keys.').max(200) }),
  result: z.object({ order: z.array(z.string()), seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { seqs } = await orderEnvironments(actor, body.order)
    return { order: body.order, seq: seqs[0] ?? null }
  },
})

export const patchEnvironment = operation({
  id: 'changeEnvironment',
  method: 'PATCH',
  path: '/environments/{key}',
  summary: 'Renames an environment or protects it; its key stays, and it is never removed',
  tag,
  params: keyParams,
  body: z.strictObject({
    name: nameSchema.optional(),
    protected: z
      .literal(true, 'is true: to unprotect an environment, propose it under …/unprotection.')
      .optional(),
  }),
  result: done,
  run: async (actor, { params, body }) => {
    const { result, seqs } = await changeEnvironment(actor, { key: params.key, ...body })
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const proposeAnUnprotection = operation({
  id: 'proposeUnprotection',
  method: 'POST',
  path: '/environments/{key}/unprotection',
  summary: 'Proposes that an environment is no longer protected; a second person decides',
  tag,
  params: keyParams,
  body: z.strictObject({ reason: reasonSchema }),
  status: 201,
  result: z.object({ id: z.uuid(), seq: z.int().nullable() }),
  run: async (actor, { params, body }) => {
    const { result, seqs } = await proposeUnprotection(actor, { key: params.key, ...body })
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const decideAnUnprotection = operation({
  id: 'decideUnprotection',
  method: 'POST',
  path: '/environments/{key}/unprotection/{id}/verdict',
  summary: 'A second person accepts or declines that an environment is no longer protected',
  tag,
  params: z.strictObject({ key: z.string(), id: z.uuid('is the id of a proposal.') }),
  body: proposalVerdictInput,
  result: z.object({ id: z.uuid(), verdict: z.string(), seq: z.int().nullable() }),
  run: async (actor, { params, body }) => {
    const { result, seqs } = await decideUnprotection(actor, { ...params, ...body })
    return { ...result, seq: seqs[0] ?? null }
  },
})
