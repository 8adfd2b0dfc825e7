import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused, summarise } from '../../domain/refusal.ts'
import { readText } from '../read-text.ts'
import { respond } from '../respond.ts'
import type { FlipperAddress } from './address.ts'
import type { Entered } from './enter.ts'
import { flipperError, refuse } from './errors.ts'
import { featureOf } from './feature.ts'
import { type GateChange, gateDisabled, gateEnabled } from './gate-patch.ts'
import { readImport } from './read-import.ts'
import { readParams } from './read-params.ts'
import { type FlipperCaller, type FlipperWriter, mayCreate, mayFlip } from './writer.ts'

/** How often a change is worked out again when somebody else flipped in between. */
const ATTEMPTS = 5

/** What a write through Flipper's API goes by. */
export interface WriteSurface {
  readonly writer: FlipperWriter
  /** Groups that may be named without `allow_unregistered_groups`. */
  readonly groups: ReadonlySet<string>
}

/**
 * Answers POST and DELETE of Flipper's API as the real one answers them. A key that is not in the
 * registry is refused unless the token may register: a typo must not make a toggle.
 */
export async function write(
  { writer, groups }: WriteSurface,
  { token, rules }: Entered,
  address: FlipperAddress,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!mayFlip(token)) return refuse(reply, 403, 'This token may read toggles, not flip them.')
  const params = readParams(request)
  if (params === null && address.at !== 'import') {
    return refuse(reply, 400, 'The body is not a JSON object.')
  }
  const given = params ?? { text: () => null, json: null }
  const { headers, method } = request
  const reason = headers['rollcall-reason']
  const caller: FlipperCaller = {
    token,
    environment: rules.environment,
    requestId: randomUUID(),
    address: request.ip,
    reason: typeof reason === 'string' && reason !== '' ? reason : "Through Flipper's API.",
  }

  const feature = async (key: string): Promise<FastifyReply> => {
    const now = await writer.read(caller, key)
    if (now === null) return flipperError(reply, 'feature_not_found')
    return respond(reply, 200, JSON.stringify(featureOf(key, now.state, FULL)))
  }
  const change = async (key: string, changed: GateChange): Promise<boolean> => {
    if ((await writer.read(caller, key)) === null) {
      if (!mayCreate(token)) return false
      await writer.create(caller, key)
    }
    for (let attempt = 1; ; attempt += 1) {
      const now = await writer.read(caller, key)
      if (now === null) return false
      try {
        const flip = { toggle: key, patch: changed(now.state), expectedVersion: now.version }
        await writer.flip(caller, [flip])
        return true
      } catch (error) {
        if (!isConflict(error) || attempt === ATTEMPTS) throw error
      }
    }
  }

  try {
    if (address.at === 'features' && method === 'POST') {
      const key = given.text('name') ?? ''
      if (key === '') return flipperError(reply, 'name_invalid')
      if ((await writer.read(caller, key)) === null) {
        if (!mayCreate(token)) return refuse(reply, 403, `"${key}" is not in the registry.`)
        await writer.create(caller, key)
      }
      return await feature(key)
    }
    if (address.at === 'gate') {
      const read = method === 'POST' ? gateEnabled : gateDisabled
      const changed = read(address.gate, given, groups)
      if (typeof changed === 'string') return flipperError(reply, changed)
      const isDone = await change(address.key, changed)
      return isDone ? await feature(address.key) : flipperError(reply, 'feature_not_found')
    }
    if (address.at === 'clear' && method === 'DELETE') {
      const isDone = await change(address.key, () => ({ boolean: false }))
      return isDone ? done(reply) : flipperError(reply, 'feature_not_found')
    }
    if (address.at === 'feature' && method === 'DELETE') {
      await writer.remove(caller, address.key)
      return done(reply)
    }
    if (address.at === 'import' && method === 'POST') {
      const states = readImport(readText(request.body) ?? '')
      if (states === null) return flipperError(reply, 'import_invalid')
      return await importAll(writer, caller, states, reply)
    }
    return notThatWay(reply)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { status, detail } = summarise(error.refusal)
    return refuse(reply, status, detail)
  }
}

const FULL = { gates: true, gateNames: true }

/** Makes the toggles of an export as it says, all or none; others are left alone, never removed. */
async function importAll(
  writer: FlipperWriter,
  caller: FlipperCaller,
  states: NonNullable<ReturnType<typeof readImport>>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const unknown: string[] = []
  for (const key of states.keys()) {
    if ((await writer.read(caller, key)) === null) unknown.push(key)
  }
  if (unknown.length > 0 && !mayCreate(caller.token)) {
    return refuse(reply, 403, `Nothing was imported: not in the registry: ${unknown.join(', ')}.`)
  }
  for (const key of unknown) await writer.create(caller, key)
  const flips = await Promise.all(
    [...states].map(async ([toggle, patch]) => {
      const now = await writer.read(caller, toggle)
      return { toggle, patch, expectedVersion: now?.version ?? 1 }
    }),
  )
  await writer.flip(caller, flips)
  return done(reply)
}

function done(reply: FastifyReply): FastifyReply {
  return reply.code(204).send()
}

/** A known address with a verb that it does not take: the real API raises, a client's fault here. */
export function notThatWay(reply: FastifyReply): FastifyReply {
  return refuse(reply, 405, 'This address does not take that method.')
}

function isConflict(error: unknown): boolean {
  return error instanceof Refused && error.refusal.code === 'version_conflict'
}
