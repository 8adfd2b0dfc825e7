// The load generator's own process: is told what to do as JSON and answers with JSON. It must cost less than
// the servers that it measures, so it reads no more of an answer than its status and its length.
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { percentile } from './figures.ts'
import { loadSchema } from './load.ts'

const HEAD_END = Buffer.from('\r\n\r\n')

const given = loadSchema.parse(JSON.parse(await text(process.stdin)))
const { hostname, port, host } = new URL(given.origin)
const requests = given.requests.map(({ method, path, headers, body = '' }) =>
  Buffer.from(
    [
      `${method} ${path} HTTP/1.1`,
      `host: ${host}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(body === '' ? [] : [`content-length: ${Buffer.byteLength(body)}`]),
      '',
      body,
    ].join('\r\n'),
  ),
)
let turn = 0

const latencies: number[] = []
const statuses = new Map<string, number>()
const startedAt = performance.now()
const endsAt = startedAt + given.seconds * 1000

/** One connection that asks again as soon as it is answered. */
function ask(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      // One buffer for good: a new one for each read would make this process pause to clean up.
      onread: {
        buffer: Buffer.alloc(64 * 1024),
        callback(length, buffer) {
          read(Buffer.from(buffer.buffer, buffer.byteOffset, length))
          return true
        },
      },
    })
    let sentAt = 0
    /** Bytes of the body still to come; -1 while the head is awaited. */
    let left = -1
    let kept: Buffer | null = null
    const send = (): void => {
      sentAt = performance.now()
      socket.write(requests[turn % requests.length] ?? '')
      turn += 1
    }
    const finished = (): void => {
      const now = performance.now()
      latencies.push(now - sentAt)
      left = -1
      if (now < endsAt) send()
      else socket.destroy()
    }
    const read = (chunk: Buffer): void => {
      if (left === -1) {
        const all = kept === null ? chunk : Buffer.concat([kept, chunk])
        const end = all.indexOf(HEAD_END)
        kept = end === -1 ? Buffer.from(all) : null
        if (end === -1) return
        left = bodyLength(all.toString('latin1', 0, end)) - (all.length - end - HEAD_END.length)
      } else left -= chunk.length
      if (left === 0) finished()
      else if (left < 0) reject(new Error('an answer was longer than it said'))
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('close', () =>
      performance.now() < endsAt ? reject(new Error('a connection was closed')) : resolve(),
    )
  })
}

/** Counts the status of an answer's head, and gives the length of its body in bytes. */
function bodyLength(head: string): number {
  const status = head.slice(9, 12)
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined && status !== '304') return Number(length)
  if (/\r\ntransfer-encoding:/i.test(head)) throw new Error('an answer came in chunks')
  return 0
}

await Promise.all(Array.from({ length: given.connections }, ask))
const seconds = (performance.now() - startedAt) / 1000
const measured = z.object({ perSecond: z.number(), p50: z.number(), p99: z.number() }).parse({
  perSecond: latencies.length / seconds,
  p50: percentile(latencies, 0.5),
  p99: percentile(latencies, 0.99),
})
const answers = latencies.length
process.stdout.write(JSON.stringify({ ...measured, answers, statuses: [...statuses.keys()] }))
