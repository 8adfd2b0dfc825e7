import { spawn } from 'node:child_process'
import { z } from 'zod'

/** One request as the load generator repeats it. */
export interface Load {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly connections: number
  readonly seconds: number
}

/** What one run measured: requests a second, and latencies in milliseconds. */
export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

const report = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  errors: z.number(),
  timeouts: z.number(),
  statusCodeStats: z.record(z.string(), z.object({ count: z.number() })),
})

/**
 * Runs the load generator in a process of its own.
 *
 * @throws Error when an answer was missing or had a status other than `expected`.
 */
export async function load(folder: string, given: Load, expected: number): Promise<Measured> {
  const headers = Object.entries(given.headers ?? {}).flatMap(([name, value]) => [
    '-H',
    `${name}=${value}`,
  ])
  const args = [
    'node_modules/autocannon/autocannon.js',
    ...['-c', String(given.connections), '-d', String(given.seconds), '-m', given.method ?? 'GET'],
    ...headers,
    ...(given.body === undefined ? [] : ['-b', given.body]),
    ...['-n', '-j', given.url],
  ]
  const text = await output(folder, args)
  const { requests, latency, errors, timeouts, statusCodeStats } = report.parse(JSON.parse(text))
  const others = Object.keys(statusCodeStats).filter((status) => status !== String(expected))
  if (errors + timeouts > 0 || others.length > 0) {
    throw new Error(`${given.url}: ${errors} errors, ${timeouts} timeouts, statuses ${others}`)
  }
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 }
}

function output(folder: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const said: string[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve(said.join('')) : reject(new Error(`the load generator ended: ${code}`)),
    )
  })
}
