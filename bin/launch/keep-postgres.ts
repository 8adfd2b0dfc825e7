import { type Postgres, startPostgres } from '../postgres.ts'
import { restartDelay } from './back-off.ts'
import type { KeptRunning } from './keep-running.ts'

/**
 * Starts the built-in PostgreSQL and, should it ever end by itself, starts it again at the same
 * address, a little later each time.
 */
export async function keepPostgres(
  home: string,
  onLine: (line: string) => void,
): Promise<KeptRunning & { postgres: Postgres }> {
  const postgres = await startPostgres({ home, onLine })
  const { port } = postgres
  let running: Postgres | undefined = postgres
  let isStopping = false
  let waiting: NodeJS.Timeout | undefined
  let starting: Promise<void> = Promise.resolve()

  const startLater = (failures: number) => {
    waiting = setTimeout(() => {
      starting = startPostgres({ home, port, onLine }).then(watch, (error: unknown) => {
        onLine(error instanceof Error ? error.message : String(error))
        if (!isStopping) startLater(failures + 1)
      })
    }, restartDelay(failures))
  }
  const watch = (started: Postgres) => {
    running = started
    void started.exited.then(() => {
      running = undefined
      if (isStopping) return
      onLine('PostgreSQL has ended: starting it again')
      startLater(1)
    })
  }
  watch(postgres)

  return {
    postgres,
    async stop() {
      isStopping = true
      clearTimeout(waiting)
      await starting
      await running?.stop()
    },
  }
}
