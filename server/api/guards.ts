import { z } from 'zod'
import { GUARD_ACTS, guardInput } from '../../domain/guard/guard-input.ts'
import { GUARD_TOOLS } from '../../domain/guard/guard-tools.ts'
import { changeGuard, removeGuard, renewGuardSecret } from '../guards/change-guard.ts'
import { findGuards, findOneGuard } from '../guards/find-guards.ts'
import { makeGuard } from '../guards/make-guard.ts'
import { releaseHold } from '../guards/release-hold.ts'
import { reasonSchema, wholeNumber } from './fields.ts'
import { type AnyOperation, operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'
import { versionNamed } from './version-named.ts'

const tag = 'Guards'
const stateParams = z.strictObject({ key: z.string(), environment: z.string() })
const guardParams = z.strictObject({ id: z.uuid('is the id of a guard.') })
const settled = z.object({ id: z.uuid(), seq: z.int().nullable() })

const withSecret = settled.extend({
  /** Shown by this answer alone. */
  secret: z.string(),
  /** Where monitoring calls it, below the address of Rollcall. */
  signal_path: z.string(),
})

const guardShown = z.object({
  id: z.uuid(),
  name: z.string(),
  tool: z.enum(GUARD_TOOLS),
  act: z.enum(GUARD_ACTS),
  lower_to: z.number().nullable(),
  dry_run: z.boolean(),
  version: z.int(),
  signals: z.array(
    z.object({ at: z.iso.datetime(), told: z.string(), outcome: z.string(), said: z.string() }),
  ),
})

const pathOf = (id: string) => `/api/v1/guards/${id}/signal`

export const createGuard = operation({
  id: 'createGuard',
  method: 'POST',
  path: '/toggles/{key}/environments/{environment}/guards',
  summary: 'Makes a guard that monitoring may call to hold or lower; its secret is shown once',
  tag,
  params: stateParams,
  body: guardInput,
  status: 201,
  result: withSecret,
  run: async (actor, { params, body }) => {
    const input = { ...body, toggle: params.key, environment: params.environment }
    const { result, seqs } = await makeGuard(actor, input)
    return { ...result, signal_path: pathOf(result.id), seq: seqs[0] ?? null }
  },
})

export const listGuards = operation({
  id: 'listGuards',
  method: 'GET',
  path: '/toggles/{key}/environments/{environment}/guards',
  summary: 'The guards of a toggle with what they were told last, and the holds that stand',
  tag,
  params: stateParams,
  query: shortListQuery,
  result: z.object({
    guards: z.array(guardShown),
    holds: z.array(
      z.object({ id: z.uuid(), guard: z.string(), said: z.string(), since: z.iso.datetime() }),
    ),
    next_cursor: z.string().nullable(),
    may_manage: z.boolean(),
    may_release: z.boolean(),
  }),
  run: async (actor, { params, query }) => {
    const { guards, ...rest } = await findGuards(actor, params.key, params.environment)
    const { shown, next_cursor } = pageOf(guards, query)
    return { guards: shown, next_cursor, ...rest }
  },
})

export const readGuard = operation({
  id: 'readGuard',
  method: 'GET',
  path: '/guards/{id}',
  summary: 'One guard with what it was told last',
  tag,
  params: guardParams,
  hasVersion: true,
  result: guardShown.extend({ toggle: z.string(), environment: z.string() }),
  run: (actor, { params }) => findOneGuard(actor, params.id),
})

export const updateGuard = operation({
  id: 'updateGuard',
  method: 'PATCH',
  path: '/guards/{id}',
  summary: 'Changes what a guard is called and does',
  tag,
  params: guardParams,
  body: z.strictObject({
    name: guardInput.shape.name.optional(),
    act: guardInput.shape.act.optional(),
    lower_to: guardInput.shape.lower_to,
    dry_run: guardInput.shape.dry_run,
    expected_version: wholeNumber.optional(),
  }),
  ifMatch: 'optional',
  hasVersion: true,
  result: settled.extend({ version: z.int() }),
  run: async (actor, { params, body: { expected_version: named, ...body }, ifMatch }) => {
    const expectedVersion = named ?? versionNamed(ifMatch)
    const { result, seqs } = await changeGuard(actor, params.id, { ...body, expectedVersion })
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const renewSecret = operation({
  id: 'renewGuardSecret',
  method: 'POST',
  path: '/guards/{id}/secret',
  summary: 'Gives a guard another secret, shown once; the one before is dead',
  tag,
  params: guardParams,
  result: withSecret,
  run: async (actor, { params }) => {
    const { result, seqs } = await renewGuardSecret(actor, params.id)
    return { ...result, signal_path: pathOf(result.id), seq: seqs[0] ?? null }
  },
})

export const deleteGuard = operation({
  id: 'deleteGuard',
  method: 'DELETE',
  path: '/guards/{id}',
  summary: 'Removes a guard; it stays on record',
  tag,
  params: guardParams,
  result: z.object({ removed: z.literal(true), seq: z.int().nullable() }),
  run: async (actor, { params }) => {
    const { seqs } = await removeGuard(actor, params.id)
    return { removed: true, seq: seqs[0] ?? null }
  },
})

export const releaseAHold = operation({
  id: 'releaseHold',
  method: 'POST',
  path: '/holds/{id}/release',
  summary: 'Lets a toggle widen again that a guard held',
  tag,
  params: z.strictObject({ id: z.uuid('is the id of a hold.') }),
  body: z.strictObject({ reason: reasonSchema }),
  result: settled,
  run: async (actor, { params, body }) => {
    const { result, seqs } = await releaseHold(actor, { id: params.id, ...body })
    return { ...result, seq: seqs[0] ?? null }
  },
})

/** Answered by server/guards/receive-signal.ts: its caller is no person, and proves itself otherwise. */
const signalGuard: AnyOperation = {
  id: 'signalGuard',
  method: 'POST',
  path: '/guards/{id}/signal',
  summary:
    'What monitoring calls, with the guard’s own secret as bearer or as HMAC-SHA256 over the body in X-Rollcall-Signature (over "timestamp:body" with X-Rollcall-Timestamp)',
  tag,
  params: guardParams,
  query: z.strictObject({}),
  body: z.json(),
  bodyType: 'json',
  bodyLimit: 262_144,
  status: 200,
  result: z.object({
    outcome: z.enum(['held', 'lowered', 'rehearsed', 'ignored', 'asked', 'nothing_to_do', 'seen']),
  }),
  resultType: 'application/json',
  otherTypes: [],
  otherStatuses: [],
  ifMatch: null,
  hasVersion: false,
  version: () => null,
  bodyDocumented: null,
  security: 'guard_secret',
}

export const GUARD_OPERATIONS: readonly AnyOperation[] = [
  createGuard,
  listGuards,
  readGuard,
  updateGuard,
  renewSecret,
  deleteGuard,
  signalGuard,
  releaseAHold,
]
