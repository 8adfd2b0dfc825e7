import type { FastifyReply, FastifyRequest } from 'fastify'

/** Whose pages may ask: everybody's, those listed, or nobody's. */
export type CorsOrigins = '*' | readonly string[]

const MAX_AGE_SECONDS = 7200

/**
 * Lets pages of other origins ask. Nothing here goes by cookie, so a page that has no token learns
 * nothing, and `*` is safe. A client backs off and caches only by headers that it can see.
 */
export function allowOrigin(origins: CorsOrigins) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const origin = request.headers.origin
    if (origins !== '*') reply.header('vary', 'Origin')
    const isAllowed = origin !== undefined && (origins === '*' || origins.includes(origin))
    if (isAllowed) {
      reply.header('access-control-allow-origin', origins === '*' ? '*' : origin)
      reply.header(
        'access-control-expose-headers',
        'ETag, Retry-After, Rollcall-Version, Rollcall-Age',
      )
    }
    done()
  }
}

/** Answers a preflight; which origin may go on was said by `allowOrigin`. */
export function preflight(methods: string) {
  return (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply
      .header('access-control-allow-methods', methods)
      .header(
        'access-control-allow-headers',
        'Authorization, Content-Type, If-None-Match, X-API-Key',
      )
      .header('access-control-max-age', MAX_AGE_SECONDS)
      .code(204)
      .send()
}
