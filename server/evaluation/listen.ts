import pg from 'pg'
import { PATIENCE_MS } from './open-pool.ts'

/** What a listener is told to do. */
export interface ListenOptions {
  /** Where the database is; asked again for each connection. It may throw while that is unknown. */
  readonly url: () => string
  /** A notice came, or the connection is new and notices may have been missed. */
  readonly notified: () => void
  /** Milliseconds before another connection is tried. */
  readonly retryMs: number
  /** Names of channels as the database knows them; sealed audit entries unless said otherwise. */
  readonly channels?: readonly string[]
  /** What the connection is called in the database's own lists. */
  readonly name?: string
}

/**
 * Listens for notices on a connection of its own, made anew whenever it is lost. A notice is a hint
 * that wakes: whoever must not miss an entry also looks by itself.
 *
 * @returns a function that ends it.
 */
export function listen({
  url,
  notified,
  retryMs,
  channels = ['rollcall_sealed'],
  name = 'rollcall flags notices',
}: ListenOptions): () => Promise<void> {
  let isStopped = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | null = null

  const retryLater = (): void => {
    client = null
    if (!isStopped) retry = setTimeout(() => void connect(), retryMs)
  }

  const connect = async (): Promise<void> => {
    retry = null
    let isOver = false
    let opened: pg.Client | null = null
    const over = (): void => {
      if (isOver) return
      isOver = true
      opened?.end().catch(() => undefined)
      retryLater()
    }
    try {
      opened = new pg.Client({
        connectionString: url(),
        connectionTimeoutMillis: PATIENCE_MS,
        keepAlive: true,
        application_name: name,
      })
      client = opened
      opened.on('error', over)
      opened.on('end', over)
      opened.on('notification', notified)
      await opened.connect()
      for (const channel of channels) await opened.query(`LISTEN ${channel}`)
      notified()
    } catch {
      over()
    }
  }

  void connect()
  return async () => {
    isStopped = true
    if (retry !== null) clearTimeout(retry)
    await client?.end().catch(() => undefined)
  }
}
