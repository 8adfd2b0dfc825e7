import { databaseUrl } from '../db.ts'
import { listen } from '../evaluation/listen.ts'

type Listener = () => void

interface Held {
  readonly listeners: Set<Listener>
  stop: (() => Promise<void>) | null
}

// One connection a process, also across hot reloads.
const holder: { rollcallNotices?: Held } = globalThis as { rollcallNotices?: Held }

const CHANNELS = ['rollcall_sealed', 'rollcall_meeting'] as const
const RETRY_MS = 1000

/**
 * Wakes `listener` when an entry was sealed or a meeting went on, within milliseconds. A notice can
 * be missed while the connection is made anew: whoever must not miss one also looks by itself.
 * However many listen, the process has one connection for it, and none while nobody does.
 *
 * @returns a function that ends it.
 */
export function watchNotices(listener: Listener): () => void {
  holder.rollcallNotices ??= { listeners: new Set(), stop: null }
  const held = holder.rollcallNotices
  held.listeners.add(listener)
  held.stop ??= listen({
    url: databaseUrl,
    notified: () => {
      for (const one of held.listeners) one()
    },
    retryMs: RETRY_MS,
    channels: CHANNELS,
    name: 'rollcall web notices',
  })
  return () => {
    held.listeners.delete(listener)
    if (held.listeners.size > 0) return
    void held.stop?.()
    held.stop = null
  }
}
