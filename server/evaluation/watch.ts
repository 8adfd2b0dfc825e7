import type pg from 'pg'
import { listen } from './listen.ts'
import { lookAgain } from './look-again.ts'
import { openPool } from './open-pool.ts'
import { changedSince, findPosition, type LogPosition } from './ruleset.ts'

/** What a watcher of the log is told to do. */
export interface WatchOptions {
  /** Where the database is; asked again after a failure, since an embedded one may have moved. */
  readonly url: () => string
  /** Where the caller's rules stand; null when it has none. */
  readonly held: () => LogPosition | null
  /** The log went on and what it tells changes the rules: read them. */
  readonly behind: (pool: pg.Pool) => Promise<void>
  /** The rules are current; `position` is where the log stands now. */
  readonly current: (position: LogPosition) => void
  /** The database is behind the rules held: restored from a backup, or a replica that lags. */
  readonly ahead: (position: LogPosition) => void
  readonly failed: (error: unknown) => void
  /** Milliseconds between looks when no notice comes. */
  readonly pollMs: number
}

/** A watch that is kept until it is stopped. */
export interface Watch {
  /** Looks now; resolves when the rules were current at some moment after the call, or on failure. */
  readonly look: () => Promise<void>
  readonly stop: () => Promise<void>
}

const RELISTEN_MS = 1000

/**
 * Follows the audit log: a notice of a sealed entry wakes it, a look at the newest number every
 * `pollMs` catches what was missed, and the number alone decides. A database that is away is looked
 * for again at the same pace, for as long as it takes.
 */
export function watch(options: WatchOptions): Watch {
  let isStopped = false
  let url = ''
  let pool: pg.Pool | null = null

  const poolNow = (): pg.Pool => {
    const now = options.url()
    if (pool !== null && now === url) return pool
    pool?.end().catch(options.failed)
    url = now
    pool = openPool(url, (error) => {
      if (!isStopped) options.failed(error)
    })
    return pool
  }

  const lookOnce = async (): Promise<void> => {
    if (isStopped) return
    try {
      const from = poolNow()
      const position = await findPosition(from)
      const held = options.held()
      if (held === null || held.epoch !== position.epoch) await options.behind(from)
      else if (held.version > position.version) options.ahead(position)
      else if (held.version === position.version) options.current(position)
      else if (await changedSince(from, held.version)) await options.behind(from)
      else options.current(position)
    } catch (error) {
      if (!isStopped) options.failed(error)
    }
  }

  const { look, stop } = lookAgain(lookOnce, options.pollMs)
  const stopListening = listen({
    url: options.url,
    notified: () => void look(),
    retryMs: RELISTEN_MS,
  })
  return {
    look,
    async stop() {
      if (isStopped) return
      isStopped = true
      await stopListening()
      await stop()
      await pool?.end()
    },
  }
}
