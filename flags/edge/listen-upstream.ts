import { setTimeout } from 'node:timers/promises'
import { EVENTS } from '../ofrep/event-streams.ts'
import { ticketOf } from '../prepare-rules.ts'
import type { Upstream } from './upstream.ts'

const RETRY_MS = 1000

/** The upstream says at least that it is still there twice in this time. */
const SILENCE_MS = 60_000

/**
 * Listens to the event stream of an upstream, opened anew whenever it is lost. What it says is a hint
 * that wakes: whoever must not miss a change also looks by itself. Gives a function that ends it.
 */
export function listenUpstream({ url, token }: Upstream, notified: () => void): () => void {
  const ended = new AbortController()
  const address = `${url}${EVENTS}?ticket=${ticketOf(token)}`

  const hear = async (): Promise<void> => {
    const silent = new AbortController()
    let timer = globalThis.setTimeout(() => silent.abort(), SILENCE_MS)
    try {
      const signal = AbortSignal.any([ended.signal, silent.signal])
      const answer = await fetch(address, { signal, redirect: 'error' })
      if (answer.status !== 200 || answer.body === null) {
        await answer.body?.cancel()
        return
      }
      for await (const part of answer.body) {
        clearTimeout(timer)
        timer = globalThis.setTimeout(() => silent.abort(), SILENCE_MS)
        if (Buffer.from(part).includes('data:')) notified()
      }
    } catch {
      // The next look tells whether the upstream is away.
    } finally {
      clearTimeout(timer)
    }
  }
  const listen = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await hear()
      await setTimeout(RETRY_MS * (0.5 + Math.random()), undefined, {
        ref: false,
        signal: ended.signal,
      }).catch(() => undefined)
    }
  }
  void listen()
  return () => ended.abort()
}
