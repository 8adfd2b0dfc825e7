import { Agent, get, type IncomingMessage } from 'node:http'
import { percentile } from './figures.ts'
import type { Ours } from './ours.ts'

const OPENED_AT_ONCE = 200

/** How long after the commit of a flip the listeners heard of it: milliseconds. */
export interface Heard {
  readonly listeners: number
  readonly median: number
  readonly last: number
}

/** Opens event streams to one evaluation process, flips, and times when each listener heard. */
export async function measureStreams(ours: Ours, listeners: number): Promise<Heard> {
  const url = await streamOf(ours)
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
  const streams: IncomingMessage[] = []
  try {
    while (streams.length < listeners) {
      const next = Math.min(OPENED_AT_ONCE, listeners - streams.length)
      streams.push(...(await Promise.all(Array.from({ length: next }, () => opened(url, agent)))))
    }
    const heard = streams.map(nextMessage)
    const from = await ours.flip('bench_toggle_1', 50 + (listeners % 7))
    const delays = (await Promise.all(heard)).map((at) => Math.max(0, at - from))
    return { listeners, median: percentile(delays, 0.5), last: Math.max(...delays) }
  } finally {
    for (const stream of streams) stream.destroy()
    agent.destroy()
  }
}

async function streamOf(ours: Ours): Promise<string> {
  const response = await fetch(`${ours.product.flags}/ofrep/v1/evaluate/flags`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ours.flagsToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ context: { targetingKey: 'visitor-1' } }),
  })
  const uri = Object(await response.json()).eventStreams?.[0]?.endpoint?.requestUri
  if (typeof uri !== 'string') throw new Error('the answer names no event stream')
  return `${ours.product.flags}${uri}`
}

/** A stream on which the first message, which every stream begins with, has come. */
function opened(url: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`a stream answered ${response.statusCode}`))
      response.once('data', () => resolve(response))
    })
    request.once('error', reject)
  })
}

function nextMessage(stream: IncomingMessage): Promise<number> {
  return new Promise((resolve) => {
    const read = (chunk: Buffer): void => {
      if (!chunk.includes('data:')) return
      stream.off('data', read)
      resolve(Date.now())
    }
    stream.on('data', read)
  })
}
