import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Metrics } from './metrics.ts'
import { respond } from './respond.ts'
import type { RuleBook } from './rule-book.ts'

/**
 * `/health/live`: the process answers. `/health/ready`: it has rules to answer from, however old;
 * a database that is down must not take evaluation out of the balancer. `/metrics`: Prometheus.
 */
export function health(
  app: FastifyInstance,
  source: RuleBook,
  now: () => number,
  metrics: Metrics,
): void {
  app.get('/health/live', (_request, reply): FastifyReply => {
    return respond(reply, 200, '{"status":"live"}')
  })
  app.get('/health/ready', (_request, reply): FastifyReply => {
    const version = source.version()
    const status = version === null ? 'waiting' : 'ready'
    const age = source.ageAt(now())
    const json = JSON.stringify({
      status,
      version,
      age_seconds: age === null ? null : Math.floor(age),
    })
    return respond(reply, version === null ? 503 : 200, json)
  })
  app.get('/metrics', (_request, reply): FastifyReply => {
    return reply
      .header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
      .send(metrics.write())
  })
}
