import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

interface Held {
  readonly registry: Registry
  readonly answers: Histogram<'route' | 'method' | 'status'>
}

// One registry a process, also across hot reloads, which would register every name again.
const holder: { rollcallMetrics?: Held } = globalThis as { rollcallMetrics?: Held }

function held(): Held {
  if (holder.rollcallMetrics) return holder.rollcallMetrics
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'rollcall_api_request_seconds',
    help: 'Time to answer a request of the management API.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  holder.rollcallMetrics = { registry, answers }
  return holder.rollcallMetrics
}

/** Counts an answered request of the management API; `seconds` is how long it took. */
export function countAnswer(method: string, route: string, status: number, seconds: number): void {
  held().answers.observe({ method, route, status: String(status) }, seconds)
}

/** What Prometheus reads of this process: requests, latencies, memory, event loop. No names of people. */
export async function metrics(): Promise<Response> {
  const { registry } = held()
  return new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
  })
}
