import { z } from 'zod'
import {
  connectInput,
  connectionPatch,
  ON_DRIFT,
  serverInput,
} from '../../domain/connected/connection-input.ts'
import { overrideInput } from '../../domain/rollout/override-input.ts'
import { toggleKeySchema } from '../../domain/toggle/key.ts'
import { bringIn } from '../connected/bring-in.ts'
import { changeConnection } from '../connected/change-connection.ts'
import { connectEnvironment } from '../connected/connect.ts'
import { disconnectEnvironment } from '../connected/disconnect.ts'
import { findArrivals } from '../connected/find-arrivals.ts'
import { findConnection } from '../connected/find-connection.ts'
import { lookNow } from '../connected/look-now.ts'
import { tryServer } from '../connected/try-server.ts'
import { reasonSchema } from './fields.ts'
import { type AnyOperation, operation } from './operation.ts'

const tag = 'Connections'
const params = z.strictObject({ key: z.string() })
const direction = z.enum(['widens', 'narrows', 'both', 'none'])
const seq = z.int().nullable()

export const tryConnection = operation({
  id: 'tryConnection',
  method: 'POST',
  path: '/environments/{key}/connection/trial',
  summary: 'Reads a Flipper server and says what stands otherwise there; writes nothing',
  tag,
  params,
  body: serverInput,
  result: z.object({
    differences: z.array(
      z.object({
        toggle: z.string(),
        here: z.string(),
        there: z.string(),
        take: direction,
        push: direction,
        take_unmet: z.array(z.string()),
      }),
    ),
    alike: z.int(),
    only_here: z.array(z.string()),
    only_there: z.array(z.object({ key: z.string(), there: z.string() })),
    unreadable: z.array(z.string()),
    expressions: z.boolean(),
    seen: z.string(),
  }),
  run: (actor, { params: { key }, body }) => tryServer(actor, key, body),
})

export const connectAnEnvironment = operation({
  id: 'connectEnvironment',
  method: 'POST',
  path: '/environments/{key}/connection',
  summary:
    'Connects an environment to a Flipper server, taking theirs or pushing ours exactly as it was shown',
  tag,
  params,
  body: connectInput,
  status: 201,
  result: z.object({ id: z.uuid(), differed: z.int(), seq }),
  run: async (actor, { params: { key }, body }) => {
    const { result, seqs } = await connectEnvironment(actor, key, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const readConnection = operation({
  id: 'readConnection',
  method: 'GET',
  path: '/environments/{key}/connection',
  summary: 'The Flipper server of an environment, and what has not arrived there; never its token',
  tag,
  params,
  result: z.object({
    environment: z.string(),
    name: z.string(),
    protected: z.boolean(),
    may_connect: z.boolean(),
    connection: z
      .object({
        address: z.string(),
        server: z.string(),
        auth: z.string(),
        header: z.string().nullable(),
        on_drift: z.enum(ON_DRIFT),
        connected_by: z.string(),
        connected_at: z.iso.datetime(),
        looked_at: z.iso.datetime().nullable(),
        failing_since: z.iso.datetime().nullable(),
        last_error: z.string().nullable(),
        expressions: z.boolean(),
        only_there: z.array(z.string()),
        unreadable: z.array(z.string()),
        toggles: z.int(),
        arrived: z.int(),
        pending: z.array(
          z.object({
            toggle: z.string(),
            wanted: z.string(),
            since: z.iso.datetime(),
            attempts: z.int(),
            last_error: z.string().nullable(),
          }),
        ),
        withheld: z.array(z.object({ toggle: z.string(), what: z.array(z.string()) })),
      })
      .nullable(),
  }),
  run: (actor, { params: { key } }) => findConnection(actor, key),
})

export const patchConnection = operation({
  id: 'changeConnection',
  method: 'PATCH',
  path: '/environments/{key}/connection',
  summary: 'Gives a connection another token, or chooses what becomes of changes outside Rollcall',
  tag,
  params,
  body: connectionPatch,
  result: z.object({ environment: z.string(), seq }),
  run: async (actor, { params: { key }, body }) => {
    const { result, seqs } = await changeConnection(actor, key, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const endConnection = operation({
  id: 'disconnectEnvironment',
  method: 'POST',
  path: '/environments/{key}/connection/end',
  summary: 'Disconnects an environment from its Flipper server; both keep what they have',
  tag,
  params,
  body: z.strictObject({ reason: reasonSchema }),
  result: z.object({ environment: z.string(), pending: z.int(), seq }),
  run: async (actor, { params: { key }, body }) => {
    const { result, seqs } = await disconnectEnvironment(actor, key, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const lookAtConnection = operation({
  id: 'lookAtConnection',
  method: 'POST',
  path: '/environments/{key}/connection/look',
  summary: 'Looks at the Flipper server now for what others changed there',
  tag,
  params,
  result: z.object({ adopted: z.int(), pending: z.int(), failed: z.string().nullable() }),
  run: (actor, { params: { key } }) => lookNow(actor, key),
})

export const bringInFeatures = operation({
  id: 'bringInFeatures',
  method: 'POST',
  path: '/environments/{key}/connection/features',
  summary:
    'Registers toggles that only the Flipper server has, with the state that they have there',
  tag,
  params,
  body: z.strictObject({
    keys: z.array(toggleKeySchema).min(1, 'names one at least.').max(200, 'names 200 at most.'),
    team: z.string('is the slug of a team.').optional(),
    override: overrideInput.optional(),
  }),
  status: 201,
  result: z.object({ keys: z.array(z.string()), seqs: z.array(z.int()) }),
  run: async (actor, { params: { key }, body }) => {
    const { result, seqs } = await bringIn(actor, key, body)
    return { ...result, seqs }
  },
})

export const readArrival = operation({
  id: 'readArrival',
  method: 'GET',
  path: '/toggles/{key}/environments/{environment}/arrival',
  summary: 'Whether a state has arrived on the Flipper server of its environment; null without one',
  tag,
  params: z.strictObject({ key: z.string(), environment: z.string() }),
  result: z.object({
    arrival: z
      .object({
        server: z.string(),
        pending: z.boolean(),
        since: z.iso.datetime(),
        confirmed_at: z.iso.datetime().nullable(),
        attempts: z.int(),
        last_error: z.string().nullable(),
        withheld: z.array(z.string()),
      })
      .nullable(),
  }),
  run: async (actor, { params: { key, environment } }) => ({
    arrival: (await findArrivals(actor, key)).get(environment) ?? null,
  }),
})

/** Every operation on connections, for the list of all. */
export const CONNECTION_OPERATIONS: readonly AnyOperation[] = [
  readConnection,
  tryConnection,
  connectAnEnvironment,
  patchConnection,
  lookAtConnection,
  bringInFeatures,
  endConnection,
  readArrival,
]
