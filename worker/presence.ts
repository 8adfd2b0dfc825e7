import pg from 'pg'

// The first half of our locks' names: advisory locks of two numbers are used nowhere else.
const PRESENCE = 727_074

// A worker shows itself right after it began; what it took before that must not look abandoned.
const ABANDONED = `SELECT DISTINCT held.by FROM (
    SELECT locked_by AS by, locked_at AS since FROM graphile_worker._private_jobs
    UNION ALL SELECT locked_by, locked_at FROM graphile_worker._private_job_queues) held
  WHERE held.by IS NOT NULL AND held.since < now() - make_interval(secs => $2)
    AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.classid = $1::bigint::oid AND l.objsubid = 2
      AND l.objid = (hashtext(held.by)::bigint & 4294967295)::oid)`

export interface Presence {
  stop(): Promise<void>
}

/**
 * Shows that the worker `id` lives, by a lock that its own connection holds and loses with it, and
 * looks for others that do not: a job whose worker was gone at two looks, `afterMs` apart, goes
 * back on the list. The library alone would leave it for four hours.
 *
 * @param failed what could not be done, to be tried again by itself.
 * @param freed whose jobs were put back.
 */
export function showPresence(
  url: string,
  id: string,
  afterMs: number,
  { failed, freed }: { failed: (error: unknown) => void; freed: (ids: string[]) => void },
): Presence {
  let client: pg.Client | undefined
  let isStopped = false
  let suspects = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
      application_name: 'rollcall worker',
    })
    fresh.on('error', () => {
      if (client === fresh) client = undefined
    })
    try {
      await fresh.connect()
      await fresh.query('SELECT pg_advisory_lock($1::int, hashtext($2))', [PRESENCE, id])
    } catch (error) {
      await fresh.end().catch(() => undefined)
      throw error
    }
    return fresh
  }

  const look = async (): Promise<void> => {
    client ??= await connect()
    const { rows } = await client.query<{ by: string }>(ABANDONED, [PRESENCE, afterMs / 1000])
    const gone = rows.map(({ by }) => by)
    const again = gone.filter((by) => suspects.has(by))
    suspects = new Set(gone)
    if (again.length === 0) return
    await client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [again])
    freed(again)
  }

  let looking: Promise<void> = Promise.resolve()
  const tick = (): void => {
    looking = look()
      .catch((error: unknown) => {
        const broken = client
        client = undefined
        suspects = new Set()
        void broken?.end().catch(() => undefined)
        if (!isStopped) failed(error)
      })
      .then(() => {
        if (!isStopped) timer = setTimeout(tick, afterMs)
      })
  }
  tick()

  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await looking
      await client?.end().catch(() => undefined)
    },
  }
}
