import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Doorkeeper } from './admit.ts'
import { type CorsOrigins, corsHeaders, preflight } from './cors.ts'
import { EDGE_RULES, EDGE_USES, feed } from './edge/feed.ts'
import type { Answerer } from './exchange.ts'
import { clientFailure, failure, fault, notFound, tooLarge } from './failure.ts'
import { FLIPPER } from './flipper/address.ts'
import { flipperApi } from './flipper/flipper-api.ts'
import type { WriteSurface } from './flipper/write.ts'
import { frontServer, TIMES } from './front-server.ts'
import { health } from './health.ts'
import type { Metrics } from './metrics.ts'
import { EVALUATE, evaluateFlag } from './ofrep/evaluate-flag.ts'
import { evaluateFlags } from './ofrep/evaluate-flags.ts'
import { EVENTS, type EventStreams } from './ofrep/event-streams.ts'
import type { Chance } from './ofrep/read-context.ts'
import { readText } from './read-text.ts'
import { requestLines } from './request-log.ts'
import { sendAnswer, setHeaders } from './respond.ts'
import { FEATURE_TOGGLES, featureToggles } from './vets/feature-toggles.ts'

/** What an evaluation server is made of. */
export interface FlagsServer {
  readonly door: Doorkeeper
  readonly chance: Chance
  readonly streams: EventStreams
  readonly metrics: Metrics
  readonly corsOrigins: CorsOrigins
  /** Whether plain evaluations are read off the connection, before Node's parser. */
  readonly isQuick: boolean
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
  const oneFlag = evaluateFlag(door, chance)
  const everyFlag = evaluateFlags(door, chance)
  const edges = feed(door)

  const lineOf = requestLines()
  const record = (route: string, method: string, status: number, ms: number): void => {
    metrics.answered(route, status, ms / 1000)
    if (parts.log === null) return
    parts.log(lineOf(door.now(), route, method, status, ms))
  }
  const failed = (url: string, error: unknown) => {
    metrics.count('rollcall_flags_faults_total')
    parts.logFault(error, url.startsWith(FLIPPER) ? FLIPPER : EVALUATE)
    return fault(url)
  }
  const front = frontServer({
    path: EVALUATE,
    find: (url) => {
      if (!url.startsWith(EVALUATE)) return null
      const next = url.charAt(EVALUATE.length)
      if (next === '/') return oneFlag
      return next === '' || next === '?' ? everyFlag : null
    },
    largestBody: LARGEST_BODY,
    tooLarge,
    failed,
    headers: (origin) => corsHeaders(parts.corsOrigins, origin),
    answered(url, status, startedAt) {
      const isOne = url.charAt(EVALUATE.length) === '/'
      const ms = performance.now() - startedAt
      record(isOne ? 'ofrep_flag' : 'ofrep_flags', 'POST', status, ms)
    },
    now: door.now,
    isQuick: parts.isQuick,
  })

  const app = Fastify({
    ...TIMES,
    bodyLimit: LARGEST_BODY,
    return503OnClosing: false,
    rewriteUrl: (request) => route(request.url ?? '/'),
    serverFactory: front.create,
    frameworkErrors: (_error, request, reply) =>
      sendAnswer(reply, failure(request.originalUrl, 400, 'This is not an address.')),
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    ['application/json', '*'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  )
  app.setNotFoundHandler(({ originalUrl, method, headers }, reply) => {
    // A page that asks wrongly is to see what is wrong.
    if (!originalUrl.startsWith(FLIPPER)) {
      setHeaders(reply, corsHeaders(parts.corsOrigins, headers.origin))
    }
    return sendAnswer(reply, notFound(originalUrl, method))
  })
  app.setErrorHandler((error, { originalUrl }, reply) =>
    sendAnswer(reply, clientFailure(originalUrl, error) ?? failed(originalUrl, error)),
  )

  const recorded = (name: string) => ({
    onResponse(request: FastifyRequest, reply: FastifyReply, done: () => void) {
      record(name, request.method, reply.statusCode, reply.elapsedTime)
      done()
    },
  })
  app.register((pages, _options, done) => {
    pages.addHook('onRequest', (request, reply, next) => {
      setHeaders(reply, corsHeaders(parts.corsOrigins, request.headers.origin))
      next()
    })
    pages.post(ONE_FLAG, recorded('ofrep_flag'), through(oneFlag))
    pages.post(EVALUATE, recorded('ofrep_flags'), through(everyFlag))
    pages.get(EVENTS, recorded('ofrep_events'), atOnce(streams.open))
    pages.get(EDGE_RULES, recorded('edge_rules'), atOnce(edges.rules))
    pages.post(EDGE_USES, recorded('edge_uses'), atOnce(edges.uses))
    pages.get(FEATURE_TOGGLES, recorded('feature_toggles'), atOnce(featureToggles(door, chance)))
    for (const url of [ONE_FLAG, EVALUATE]) {
      pages.options(
        url,
        through(() => preflight('POST')),
      )
    }
    for (const url of [EVENTS, FEATURE_TOGGLES]) {
      pages.options(
        url,
        through(() => preflight('GET')),
      )
    }
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
    front.close()
    streams.closeAll()
    done()
  })
  return app
}

/** An answerer behind the framework, for requests that do not come over a socket. */
function through(answerer: Answerer) {
  return ({ originalUrl, headers, body }: FastifyRequest, reply: FastifyReply): void => {
    sendAnswer(reply, answerer({ url: originalUrl, headers, body: readText(body) || null }))
  }
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
