import { lookOften } from './look-often.ts'
import { newestSeq } from './newest-seq.ts'

type Listener = (seq: number) => void

const EVERY_MS = 400

interface Watch {
  readonly listeners: Set<Listener>
  /** Ends the looking; null while nobody listens. */
  stop: (() => void) | null
  seq: number
}

// One watch a process, also across hot reloads.
const holder: { rollcallWatch?: Watch } = globalThis as { rollcallWatch?: Watch }

function watch(): Watch {
  holder.rollcallWatch ??= { listeners: new Set(), stop: null, seq: -1 }
  return holder.rollcallWatch
}

/**
 * Tells `listener` the newest number of the log now and whenever it moves: a notice of the database
 * wakes it, and a look every 400 ms catches what was missed. However many listen, the process looks
 * once, and not at all while nobody does.
 *
 * @returns a function that ends it.
 */
export function watchLog(listener: Listener): () => void {
  const shared = watch()
  shared.listeners.add(listener)
  if (shared.seq >= 0) listener(shared.seq)
  shared.stop ??= lookOften(async () => {
    const seq = await newestSeq()
    if (seq === shared.seq) return
    shared.seq = seq
    for (const one of shared.listeners) one(seq)
  }, EVERY_MS)
  return () => {
    shared.listeners.delete(listener)
    if (shared.listeners.size > 0) return
    shared.stop?.()
    shared.stop = null
    shared.seq = -1
  }
}
