import { z } from 'zod'
import { entryQuerySchema, pastMomentSchema } from '../../domain/audit/entry-query.ts'
import { toggleStateSchema } from '../../domain/toggle/state.ts'
import { findEntries } from '../audit/find-entries.ts'
import { findEntry } from '../audit/find-entry.ts'
import { findHeads } from '../audit/find-heads.ts'
import { signedHead } from '../audit/heads/head-statement.ts'
import { verify } from '../audit/verify.ts'
import { stateAt } from '../toggles/state-at.ts'
import { pageQuery } from './fields.ts'
import { operation } from './operation.ts'

const tag = 'Audit'
const image = z.record(z.string(), z.unknown())
const seq = z.int()

/** One entry as the API answers it. */
export const entrySchema = z.object({
  seq,
  sealed_at: z.iso.datetime(),
  type: z.string(),
  outcome: z.enum(['allowed', 'denied']),
  sentence: z.string(),
  actor: z.object({
    kind: z.enum(['person', 'service', 'system']),
    id: z.string(),
    name: z.string(),
    roles: z.array(z.string()),
    token: z.string().nullable(),
    authenticated_at: z.iso.datetime().nullable(),
  }),
  target: z.object({
    toggle: z.string().optional(),
    environment: z.string().optional(),
    plan: z.string().optional(),
    roll_call: z.int().optional(),
  }),
  via: z.string(),
  request_id: z.uuid(),
  same_request: z.array(seq),
  reason: z.string().nullable(),
  texts: z.record(z.string(), z.string().nullable()),
  changes: z.array(
    z.object({
      entity: z.string(),
      id: z.uuid(),
      name: z.string().nullable(),
      version: z.int(),
      before: image.nullable(),
      after: image,
      fields: z.array(
        z.object({
          column: z.string(),
          field: z.string(),
          before: z.string().nullable(),
          after: z.string(),
        }),
      ),
    }),
  ),
  payload: z.string(),
  leaf: z.hex(),
  prev: z.hex(),
  hash: z.hex(),
})

export const listEntries = operation({
  id: 'listAuditEntries',
  method: 'GET',
  path: '/audit',
  summary: 'The log, newest first; `after` gives what is new since a number',
  tag,
  query: entryQuerySchema,
  result: z.object({ entries: z.array(entrySchema), next_cursor: z.string().nullable() }),
  run: (actor, { query }) => findEntries(actor, query),
})

export const readEntry = operation({
  id: 'readAuditEntry',
  method: 'GET',
  path: '/audit/{seq}',
  summary: 'One entry of the log',
  tag,
  params: z.strictObject({
    seq: z.coerce.number().int().min(1).catch(0),
  }),
  result: entrySchema,
  run: (actor, { params }) => findEntry(actor, params.seq),
})

export const verifyLog = operation({
  id: 'verifyAuditLog',
  method: 'GET',
  path: '/audit/verification',
  summary: 'Recomputes the log in the database; thorough looks at what is kept beside it too',
  tag,
  query: z.strictObject({
    thorough: z
      .enum(['true', 'false'], 'is true or false.')
      .transform((word) => word === 'true')
      .optional(),
  }),
  result: z.object({
    holds: z.boolean(),
    entries: z.int(),
    thorough: z.boolean(),
    head: z.object({ seq, hash: z.hex(), sealed_at: z.iso.datetime() }).nullable(),
    first_broken_seq: seq.nullable(),
    problem: z.string().nullable(),
    covered_to: seq.nullable(),
    verified_at: z.iso.datetime(),
  }),
  run: (actor, { query }) => verify(actor, { thorough: query.thorough ?? false }),
})

export const listHeads = operation({
  id: 'listAuditHeads',
  method: 'GET',
  path: '/audit/heads',
  summary: 'The heads known of the log, the newest first',
  tag,
  query: z.strictObject({
    ...pageQuery,
    cursor: z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1)
      .optional(),
  }),
  result: z.object({
    next_cursor: z.string().nullable(),
    heads: z.array(
      z.object({
        origin: z.string(),
        size: z.int(),
        hash: z.hex(),
        at: z.iso.datetime(),
        signed: z.boolean(),
        document: signedHead.nullable(),
        deliveries: z.array(
          z.object({
            place: z.string(),
            status: z.enum(['pending', 'delivered', 'failed']),
            delivered_at: z.iso.datetime().nullable(),
            error: z.string().nullable(),
          }),
        ),
      }),
    ),
    keys: z.array(
      z.object({
        key_id: z.string(),
        alg: z.string(),
        public_key: z.string(),
        since: z.iso.datetime(),
        retired: z.boolean(),
      }),
    ),
    signed: z.int(),
    covered_since: z.iso.datetime().nullable(),
    places: z.array(z.string()),
  }),
  run: (actor, { query: { limit, cursor } }) => findHeads(actor, limit, cursor),
})

export const readStateAt = operation({
  id: 'readStateAt',
  method: 'GET',
  path: '/state',
  summary: 'Every toggle’s state at a moment, from the log',
  tag,
  query: z.strictObject({ at: pastMomentSchema, environment: z.string().optional() }),
  result: z.object({
    at: z.iso.datetime(),
    seq,
    states: z.array(
      z.object({
        toggle: z.string(),
        environment: z.string(),
        archived: z.boolean(),
        state: z.enum(['off', 'conditional', 'on']),
        words: z.string(),
        ...toggleStateSchema.shape,
        actors_masked: z.boolean(),
        version: z.int(),
        seq,
        since: z.iso.datetime(),
      }),
    ),
  }),
  run: (actor, { query }) => stateAt(actor, query),
})
