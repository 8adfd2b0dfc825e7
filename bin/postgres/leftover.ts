import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { processState, signalProcess, waitUntilGone } from '../process-state.ts'
import type { Place } from './place.ts'

const OWNER = 'started-by'

/** The file that tells which process of ours holds the running server. */
export function ownerFile(place: Place): string {
  return join(place.folder, OWNER)
}

function numberIn(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return Number.isNaN(pid) ? undefined : pid
}

/** Asks a server to stop, firmer each time: fast shutdown, immediate shutdown, kill. */
export async function stopServer(pid: number): Promise<void> {
  const steps = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const
  for (const [signal, patience] of steps) {
    if (!signalProcess(pid, signal) || (await waitUntilGone(pid, patience))) return
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`)
}

/**
 * Deals with what an earlier start left: a server whose launcher was killed is stopped, a lock of
 * a server that is no more (or whose number another program has now) is removed. Refuses while
 * the process that holds the server still runs.
 */
export async function clearLeftover(place: Place, onLine: (line: string) => void): Promise<void> {
  const lock = join(place.data, 'postmaster.pid')
  const pid = numberIn(lock)
  if (pid === undefined) {
    // An empty lock is a start that was killed while writing it.
    rmSync(lock, { force: true })
    return
  }
  const server = processState(pid)
  const ours = server.running && server.command.includes(place.data)
  if (ours) {
    const owner = numberIn(ownerFile(place))
    if (owner !== undefined && processState(owner).running) {
      throw new Error(
        `The database in ${place.folder} is in use by process ${owner}: stop that one first.`,
      )
    }
    // It shuts down by itself when its launcher dies; only one whose watch was killed too stays.
    if (!(await waitUntilGone(pid, 300))) {
      onLine('Stopping the PostgreSQL that an earlier start left running')
      await stopServer(pid)
    }
  }
  rmSync(lock, { force: true })
}
