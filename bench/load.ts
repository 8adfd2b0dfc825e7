import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../bin/test-run/source-files.ts'

/** One request as the load generator repeats it, on so many connections for so many seconds. */
export const loadSchema = z.object({
  url: z.url(),
  method: z.enum(['GET', 'POST']),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  connections: z.int().min(1),
  seconds: z.number().min(0.1),
})

export type Load = z.infer<typeof loadSchema>

const report = z.object({
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
  statuses: z.array(z.string()),
})

/** What one run measured: requests a second, and latencies in milliseconds. */
export type Measured = Pick<z.infer<typeof report>, 'perSecond' | 'p50' | 'p99'>

/**
 * Runs the load generator in a process of its own.
 *
 * @throws Error when an answer was missing or had a status other than `expected`.
 */
export async function load(given: Load, expected: number): Promise<Measured> {
  const { statuses, ...measured } = report.parse(JSON.parse(await output(JSON.stringify(given))))
  const others = statuses.filter((status) => status !== String(expected))
  if (others.length > 0) throw new Error(`${given.url} answered ${others.join(', ')}`)
  return measured
}

function output(given: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'bench/load-client.ts'), given], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const said: string[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve(said.join('')) : reject(new Error(`the load generator ended: ${code}`)),
    )
  })
}
