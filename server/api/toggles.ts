import { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import { overrideInput } from '../../domain/rollout/override-input.ts'
import { toggleKeySchema } from '../../domain/toggle/key.ts'
import { gateSchemas } from '../../domain/toggle/state.ts'
import { archiveToggle } from '../toggles/archive-toggle.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { findToggle } from '../toggles/find-toggle.ts'
import { findToggles } from '../toggles/find-toggles.ts'
import { flip } from '../toggles/flip.ts'
import { propose } from '../toggles/propose.ts'
import { pageQuery, reasonSchema, wholeNumber } from './fields.ts'
import { flipBodySchema } from './flip-input.ts'
import { operation } from './operation.ts'
import {
  checkSchema,
  environmentStateSchema,
  flippedAnswer,
  flippedSchema,
  toggleDetailSchema,
  toggleSchema,
} from './toggle-results.ts'
import { versionNamed } from './version-named.ts'

const tag = 'Toggles'
const toggleParams = z.strictObject({ key: z.string() })
const stateParams = z.strictObject({ key: z.string(), environment: z.string() })

const patchShape = flipBodySchema.shape

/** A state as asked in a query string: gates by name, as far as a query can say them. */
const patchQuery = z
  .strictObject({
    boolean: z.enum(['true', 'false'], 'is true or false.').transform((word) => word === 'true'),
    percentage_of_actors: z.coerce
      .number('is a number.')
      .pipe(gateSchemas.percentage_of_actors.unwrap()),
    percentage_of_time: z.coerce
      .number('is a number.')
      .pipe(gateSchemas.percentage_of_time.unwrap()),
  })
  .partial()

export const listToggles = operation({
  id: 'listToggles',
  method: 'GET',
  path: '/toggles',
  summary: 'The registry, a row a toggle with its state in every environment',
  tag,
  query: z.strictObject({
    q: z.string().optional(),
    team: z.string().optional(),
    plan: z.string().optional(),
    state: z.enum(['off', 'conditional', 'on']).optional(),
    archived: z
      .enum(['true', 'false'])
      .transform((word) => word === 'true')
      .optional(),
    stale: z
      .enum(['true', 'false'])
      .transform((word) => word === 'true')
      .optional(),
    ...pageQuery,
  }),
  result: z.object({ toggles: z.array(toggleSchema), next_cursor: z.string().nullable() }),
  run: (actor, { query }) => findToggles(actor, query),
})

export const registerToggle = operation({
  id: 'registerToggle',
  method: 'POST',
  path: '/toggles',
  summary: 'Puts a toggle into the registry, off in every environment',
  tag,
  body: z.strictObject({
    key: toggleKeySchema,
    description: z.string('is a text.').max(2000, 'is 2,000 characters long at most.'),
    team: z.string().optional(),
    off_is_dangerous: z.boolean('is true or false.').optional(),
  }),
  status: 201,
  result: toggleDetailSchema.extend({ seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { off_is_dangerous: offIsDangerous, ...toggle } = body
    const { result, seqs } = await createToggle(actor, { ...toggle, offIsDangerous })
    return { ...(await findToggle(actor, result.key)), seq: seqs[0] ?? null }
  },
})

export const archiveAToggle = operation({
  id: 'archiveToggle',
  method: 'POST',
  path: '/toggles/{key}/archive',
  summary: 'Retires a toggle: it lets nobody in, and its key is never used again',
  tag,
  params: toggleParams,
  body: z.strictObject({
    reason: reasonSchema,
    confirmed: z.boolean('is true or false.').optional(),
  }),
  result: toggleDetailSchema.extend({ seq: z.int().nullable() }),
  run: async (actor, { params, body }) => {
    const { reason, confirmed = false } = body
    const { seqs } = await archiveToggle(actor, { key: params.key, reason, confirmed })
    return { ...(await findToggle(actor, params.key)), seq: seqs[0] ?? null }
  },
})

export const readToggle = operation({
  id: 'readToggle',
  method: 'GET',
  path: '/toggles/{key}',
  summary: 'One toggle with its state in every environment',
  tag,
  params: toggleParams,
  result: toggleDetailSchema,
  run: (actor, { params }) => findToggle(actor, params.key),
})

export const flipToggle = operation({
  id: 'flipToggle',
  method: 'PATCH',
  path: '/toggles/{key}/environments/{environment}',
  summary:
    'A flip: what widens in a protected environment must pass its checks, what narrows never',
  tag,
  params: stateParams,
  body: z
    .strictObject({
      ...patchShape,
      reason: reasonSchema,
      expected_version: wholeNumber.optional(),
      override: overrideInput.optional(),
    })
    .refine(
      (body) => Object.keys(patchShape).some((gate) => gate in body),
      `Name at least one gate to change: ${Object.keys(patchShape).join(', ')}.`,
    ),
  result: flippedSchema,
  ifMatch: 'optional',
  hasVersion: true,
  run: async (actor, { params, body, ifMatch }) => {
    const { reason, expected_version: expectedVersion, override, ...patch } = body
    return flippedAnswer(
      await flip(actor, {
        toggle: params.key,
        environment: params.environment,
        patch,
        reason,
        expectedVersion: expectedVersion ?? versionNamed(ifMatch),
        override,
      }),
    )
  },
})

export const readReadiness = operation({
  id: 'readReadiness',
  method: 'GET',
  path: '/toggles/{key}/environments/{environment}/readiness',
  summary: 'The checks that a flip would meet now; none where nothing has to be checked',
  tag,
  params: stateParams,
  query: patchQuery,
  result: z.array(checkSchema),
  run: async (actor, { params, query }) =>
    (await propose(actor, { toggle: params.key, environment: params.environment, patch: query }))
      .checks,
})

export const proposeFlip = operation({
  id: 'proposeFlip',
  method: 'POST',
  path: '/toggles/{key}/environments/{environment}/proposal',
  summary:
    'What a flip would do: old and new state, direction, gates it clears, checks. Changes nothing',
  tag,
  params: stateParams,
  body: z.strictObject(patchShape),
  result: z.object({
    from: z.string(),
    to: z.string(),
    direction: z.enum(['widens', 'narrows', 'both', 'none', 'same']),
    clears: z.array(z.string()),
    checks: z.array(checkSchema),
    allowed: z.boolean(),
    allowed_to: z.string(),
    may_override: z.boolean(),
    version: z.int(),
  }),
  run: (actor, { params, body }) =>
    propose(actor, { toggle: params.key, environment: params.environment, patch: body }),
})

export const readState = operation({
  id: 'readEnvironmentState',
  method: 'GET',
  path: '/toggles/{key}/environments/{environment}',
  summary: "A toggle's state in one environment",
  tag,
  params: stateParams,
  result: environmentStateSchema,
  hasVersion: true,
  run: async (actor, { params }) => {
    const { environments } = await findToggle(actor, params.key)
    const found = environments.find(({ environment }) => environment === params.environment)
    if (found) return found
    throw new Refused({ code: 'not_found', what: 'environment', key: params.environment })
  },
})
