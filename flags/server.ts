import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Doorkeeper } from './admit.ts'
import { allowOrigin, type CorsOrigins, preflight } from './cors.ts'
import { clientError, fail, notFound } from './failure.ts'
import { FLIPPER } from './flipper/address.ts'
import { flipperApi } from './flipper/flipper-api.ts'
import type { WriteSurface } from './flipper/write.ts'
import { health } from './health.ts'
import type { Metrics } from './metrics.ts'
import { EVALUATE, evaluateFlag } from './ofrep/evaluate-flag.ts'
import { evaluateFlags } from './ofrep/evaluate-flags.ts'
import { EVENTS, type EventStreams } from './ofrep/event-streams.ts'
import type { Chance } from './ofrep/read-context.ts'
import { FEATURE_TOGGLES, featureToggles } from './vets/feature-toggles.ts'

/** What an evaluation server is made of. */
export interface FlagsServer {
  readonly door: Doorkeeper
  readonly chance: Chance
  readonly streams: EventStreams
  readonly metrics: Metrics
  readonly corsOrigins: CorsOrigins
  /** Null: Flipper's API has no writing routes. */
  readonly flipperWrites: WriteSurface | null
  /** Takes one structured line a request, without a value of any context; null: nobody reads it. */
  readonly log: ((line: string) => void) | null
  /** Takes what was a fault of the server. */
  readonly logFault: (error: unknown, route: string) => void
}

const LARGEST_BODY = 256 * 1024

/** Flags are addressed by all that follows, whatever it holds, so one fixed route answers them. */
const ONE_FLAG = `${EVALUATE}/one`

/**
 * Builds the evaluation server, listening to nothing yet: OFREP, Flipper's API, the vets-website
 * endpoint, health and metrics. It answers from the rule book alone and holds no other state.
 */
export function buildFlagsServer(parts: FlagsServer): FastifyInstance {
  const { door, chance, streams, metrics } = parts
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: false },
    rewriteUrl: (request) => route(request.url ?? '/'),
    frameworkErrors: (_error, request, reply) => fail(request, reply, 400, 'Not an address.'),
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.setNotFoundHandler(notFound)
  app.setErrorHandler((error, request, reply) => {
    const known = clientError(error)
    if (known !== null) return fail(request, reply, known.status, known.detail)
    metrics.count('rollcall_flags_faults_total')
    parts.logFault(error, request.routeOptions.url ?? '')
    return fail(request, reply, 500, 'The server failed at this request. It was noted.')
  })

  const recorded = (name: string) => ({
    onResponse: (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
      const seconds = reply.elapsedTime / 1000
      const status = reply.statusCode
      metrics.answered(name, status, seconds)
      if (parts.log !== null) {
        const at = new Date(door.now()).toISOString()
        const ms = Math.round(seconds * 1e6) / 1000
        parts.log(JSON.stringify({ at, route: name, method: request.method, status, ms }))
      }
      done()
    },
  })

  app.register((pages, _options, done) => {
    pages.addHook('onRequest', allowOrigin(parts.corsOrigins))
    pages.post(ONE_FLAG, recorded('ofrep_flag'), atOnce(evaluateFlag(door, chance)))
    pages.post(EVALUATE, recorded('ofrep_flags'), atOnce(evaluateFlags(door, chance)))
    pages.get(EVENTS, recorded('ofrep_events'), atOnce(streams.open))
    pages.get(FEATURE_TOGGLES, recorded('feature_toggles'), atOnce(featureToggles(door, chance)))
    for (const url of [ONE_FLAG, EVALUATE]) pages.options(url, preflight('POST'))
    for (const url of [EVENTS, FEATURE_TOGGLES]) pages.options(url, preflight('GET'))
    done()
  })
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: FLIPPER,
    ...recorded('flipper'),
    handler: flipperApi(door, chance, parts.flipperWrites),
  })
  health(app, door.source, door.now, metrics)

  app.addHook('preClose', (done) => {
    streams.closeAll()
    done()
  })
  return app
}

/** A handler that answers before it returns: what it returns must not be waited for. */
function atOnce(handler: (request: FastifyRequest, reply: FastifyReply) => unknown) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    handler(request, reply)
  }
}

/** The route that answers an address; where a key or an id follows, it is read from the original. */
function route(url: string): string {
  if (url.startsWith(`${EVALUATE}/`)) return ONE_FLAG
  return url.startsWith(`${FLIPPER}/`) ? FLIPPER : url
}
