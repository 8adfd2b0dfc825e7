import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { parseCronItems, run, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { logFailure, logLine } from '../server/log.ts'
import { libraryLog } from './library-log.ts'
import { type Presence, showPresence } from './presence.ts'
import { taskList } from './task-list.ts'
import type { Tools } from './task-work.ts'
import { TIMETABLE } from './timetable.ts'

export interface WorkerPlan {
  readonly url: string
  readonly tools: Tools
  /** How many jobs at a time. */
  readonly concurrency: number
  /** How long a worker must be gone, twice, before its jobs are taken over. */
  readonly takeOverMs: number
}

export interface RunningWorker {
  /** Takes no more jobs, finishes those it has, and lets go of the database. */
  stop(): Promise<void>
}

// The launcher waits eight seconds before it kills.
const FINISH_MS = 6000
const AGAIN_MS = 2000
const LONGEST_PAUSE_MS = 30_000

/**
 * Works through the list of jobs until it is stopped. A database that goes away is waited for: what
 * was taken then is done again, by this worker or another.
 */
export function runWorker(plan: WorkerPlan): RunningWorker {
  const ending = new AbortController()
  const over = (async () => {
    for (let failures = 0; !ending.signal.aborted; failures += 1) {
      const begun = Date.now()
      try {
        await once(plan, ending.signal)
      } catch (error) {
        logFailure(error, { process: 'worker', what: 'stopped working, begins again' })
      }
      if (Date.now() - begun > LONGEST_PAUSE_MS) failures = 0
      const pause = Math.min(AGAIN_MS * 2 ** failures, LONGEST_PAUSE_MS)
      await setTimeout(pause, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  })()
  return {
    async stop() {
      ending.abort()
      await over
    },
  }
}

async function once(
  { url, tools, concurrency, takeOverMs }: WorkerPlan,
  signal: AbortSignal,
): Promise<void> {
  const pool = new pg.Pool({
    connectionString: url,
    max: concurrency + 3,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    application_name: 'rollcall worker',
  })
  const lost = (error: unknown): void => {
    if (!signal.aborted) logFailure(error, { process: 'worker', what: 'lost a connection' })
  }
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const events: WorkerEvents = new EventEmitter()
  let presence: Presence | undefined
  events.on('pool:create', ({ workerPool }) => {
    presence = showPresence(url, workerPool.id, takeOverMs, {
      failed: lost,
      freed: (ids) =>
        logLine('warning', { process: 'worker', what: 'took over from', workers: ids.join(', ') }),
    })
  })
  try {
    const runner = await run({
      pgPool: pool,
      events,
      concurrency,
      noHandleSignals: true,
      logger: libraryLog,
      pollInterval: 2000,
      gracefulShutdownAbortTimeout: FINISH_MS,
      taskList: taskList(tools),
      parsedCronItems: parseCronItems(
        TIMETABLE.map(({ task, at }) => ({ task, match: at, options: { jobKey: `at:${task}` } })),
      ),
    })
    logLine('info', { process: 'worker', what: 'looks for jobs', concurrency })
    const stop = (): void => void runner.stop().catch(lost)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
    try {
      await runner.promise
    } finally {
      signal.removeEventListener('abort', stop)
    }
  } finally {
    await presence?.stop()
    await pool.end()
  }
}
