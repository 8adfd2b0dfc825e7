import { db } from '../db.ts'

type Listener = (seq: number) => void

const EVERY_MS = 400

interface Watch {
  readonly listeners: Set<Listener>
  timer: ReturnType<typeof setTimeout> | null
  seq: number
}

// One watch a process, also across hot reloads.
const holder: { rollcallWatch?: Watch } = globalThis as { rollcallWatch?: Watch }

function watch(): Watch {
  holder.rollcallWatch ??= { listeners: new Set(), timer: null, seq: -1 }
  return holder.rollcallWatch
}

/** The number of the newest entry of the log; 0 when it is empty. */
async function newestSeq(): Promise<number> {
  const newest = await db().auditChain.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  return Number(newest?.seq ?? 0)
}

/**
 * Tells `listener` the newest number of the log now and whenever it moves. However many listen, the
 * process asks the database once in 400 ms, and not at all while nobody does.
 *
 * @returns a function that ends it.
 */
export function watchLog(listener: Listener): () => void {
  const shared = watch()
  shared.listeners.add(listener)
  if (shared.seq >= 0) listener(shared.seq)
  if (shared.timer === null) schedule(shared, 0)
  return () => {
    shared.listeners.delete(listener)
  }
}

function schedule(shared: Watch, inMs: number): void {
  shared.timer = setTimeout(async () => {
    if (shared.listeners.size === 0) {
      shared.timer = null
      shared.seq = -1
      return
    }
    // While the database is away nothing moves; the next question finds out.
    const seq = await newestSeq().catch(() => shared.seq)
    if (seq !== shared.seq) {
      shared.seq = seq
      for (const listener of shared.listeners) listener(seq)
    }
    schedule(shared, EVERY_MS)
  }, inMs)
  shared.timer.unref()
}
