import type { FastifyReply, FastifyRequest } from 'fastify'
import { readFlipperExport } from '../../domain/migration/read-flipper-export.ts'
import { Refused, summarise } from '../../domain/refusal.ts'
import { DatabaseAway } from '../../server/evaluation/database-away.ts'
import type { EnvironmentRules } from '../prepare-rules.ts'
import { readText } from '../read-text.ts'
import { respond } from '../respond.ts'
import type { FlipperAddress } from './address.ts'
import type { Entered } from './enter.ts'
import { flipperError, refuse } from './errors.ts'
import { featureOf } from './feature.ts'
import { type GateChange, gateDisabled, gateEnabled } from './gate-patch.ts'
import { readParams } from './read-params.ts'
import { type FlipperCaller, type FlipperWriter, mayCreate, mayFlip } from './writer.ts'

/** How often a change is worked out again when somebody else flipped in between. */
const ATTEMPTS = 5

/** What a write through Flipper's API goes by. */
export interface WriteSurface {
  readonly writer: FlipperWriter
  /** Groups that may be named without `allow_unregistered_groups`. */
  readonly groups: (rules: EnvironmentRules) => ReadonlySet<string>
}

/**
 * Answers POST and DELETE of Flipper's API as the real one answers them. A key that is not in the
 * registry is refused unless the token may register: a typo must not make a toggle.
 */
export async function write(
  { writer, groups }: WriteSurface,
  { token, sent, rules }: Entered,
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
    token: sent,
    environment: rules.environment,
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
        const patch = changed(now.state)
        await writer.flip(caller, { toggle: key, patch, expectedVersion: now.version })
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
      const changed = read(address.gate, given, groups(rules))
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
      const content = readText(request.body) ?? ''
      const read = readFlipperExport(content)
      if ('errors' in read) return flipperError(reply, 'import_invalid')
      const isKnown = await Promise.all(read.toggles.map(({ key }) => writer.read(caller, key)))
      if (isKnown.includes(null) && !mayCreate(token)) {
        return refuse(reply, 403, 'Nothing was imported: it holds keys that are not registered.')
      }
      await writer.bringIn(caller, content)
      return done(reply)
    }
    return notThatWay(reply)
  } catch (error) {
    if (error instanceof DatabaseAway) {
      reply.header('retry-after', 5)
      return refuse(reply, 503, 'The database cannot be reached: nothing is known to have changed.')
    }
    if (!(error instanceof Refused)) throw error
    const { status, detail } = summarise(error.refusal)
    return refuse(reply, status, detail)
  }
}

const FULL = { gates: true, gateNames: true }

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
