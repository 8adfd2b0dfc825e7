import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { stopServer } from './leftover.ts'
import type { Place } from './place.ts'
import { commandAs } from './server-user.ts'

export type Server = { pid: number; exited: Promise<void>; stop(): Promise<void> }

const LOG_LIMIT = 10_000_000

// A second shell waits at the pipe that we hold. When we die, however, it reads the end and asks
// the server (whose number is this shell's, after exec) to shut down; a word on the pipe lets it go.
const WATCHED = '(read -r _ <&3 || kill -INT $$) >/dev/null 2>&1 & exec "$@" 3<&-'

function openLog(path: string): number {
  try {
    if (statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`)
  } catch {
    // The first start.
  }
  return openSync(path, 'a', 0o600)
}

/** For tests, many at once, each with a database of its own. */
const EPHEMERAL = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=400',
]

function flags(port: number, ephemeral: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    ...(ephemeral ? EPHEMERAL : []),
  ]
  return ['-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
}

async function answers(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '28P01') {
      throw new Error(
        'PostgreSQL refuses the kept password: passwords.json is not of this database.',
      )
    }
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Waits for the first answer; a recovery after a crash may take long, so only an exit ends the wait. */
async function untilReady(child: ChildProcess, adminUrl: string): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (await answers(adminUrl)) return true
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  return false
}

/** The log's last words from `from` on: why a start failed. */
function said(log: string, from: number): string {
  return readFileSync(log).subarray(from).toString('utf8').trim().slice(-2000)
}

/** Starts the server of `place`; throws with the server's own words when it does not come up. */
export async function startServer(
  place: Place,
  options: { port: number; adminUrl: string; ephemeral: boolean },
): Promise<Server> {
  const program = place.binaries.postgres
  const args = ['-D', place.data, ...flags(options.port, options.ephemeral)]
  const command = commandAs(place.user, 'sh', ['-c', WATCHED, 'postgres', program, ...args])
  const logPath = join(place.folder, 'server.log')
  const log = openLog(logPath)
  const before = statSync(logPath).size
  const child = spawn(command.file, command.args, {
    ...command.options,
    // Its own session: an interrupt at the terminal is ours to pass on, after the clients are gone.
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
  })
  closeSync(log)
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const pid = child.pid
  if (pid === undefined) throw new Error(`PostgreSQL could not be run (${command.file}).`)
  const pipe = child.stdio[3] as Writable
  pipe.on('error', () => undefined)
  const stop = async () => {
    child.ref()
    pipe.end('stopped by its owner\n')
    if (child.exitCode === null && child.signalCode === null) await stopServer(pid)
    await exited
  }
  try {
    if (!(await untilReady(child, options.adminUrl))) {
      throw new Error(`PostgreSQL did not start: ${said(logPath, before)}`)
    }
  } catch (error) {
    await stop()
    throw error
  }
  // Whoever forgets to stop it may still end: the pipe's end stops the server then.
  child.unref()
  if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref()
  return { pid, exited, stop }
}
