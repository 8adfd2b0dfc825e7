import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../bin/test-run/source-files.ts'

/** One request as the load generator sends it. */
const askedSchema = z.object({
  method: z.enum(['GET', 'POST']),
  /** Path and query. */
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
})

/** Requests in turn, again and again, on so many connections for so many seconds. */
export const loadSchema = z.object({
  origin: z.url(),
  requests: z.array(askedSchema).min(1),
  connections: z.int().min(1),
  seconds: z.number().min(0.1),
})

export type Asked = z.infer<typeof askedSchema>
export type Load = z.infer<typeof loadSchema>

const report = z.object({
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
  answers: z.number(),
  statuses: z.array(z.string()),
})

/** What one run measured: requests a second, and latencies in milliseconds. */
export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Microseconds of a processor that the server used for one; null where that cannot be read. */
  readonly cpu: number | null
}

/**
 * Runs the load generator in a process of its own. `cpu` reads how many seconds of a processor the
 * server has used so far.
 *
 * @throws Error when an answer was missing or had a status other than `expected`.
 */
export async function load(
  given: Load,
  expected: number,
  cpu: () => Promise<number | null>,
): Promise<Measured> {
  const before = await cpu()
  const said = await output(JSON.stringify(given))
  const after = await cpu()
  const { statuses, answers, ...measured } = report.parse(JSON.parse(said))
  const others = statuses.filter((status) => status !== String(expected))
  if (others.length > 0) throw new Error(`${given.origin} answered ${others.join(', ')}`)
  const used = before === null || after === null ? null : ((after - before) * 1e6) / answers
  return { ...measured, cpu: used }
}

function output(given: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'bench/load-client.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const said: string[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve(said.join('')) : reject(new Error(`the load generator ended: ${code}`)),
    )
    child.stdin.end(given)
  })
}
