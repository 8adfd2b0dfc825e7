import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { keepPasswords, makeCluster } from './postgres/cluster.ts'
import { freePort } from './postgres/free-port.ts'
import { clearLeftover, ownerFile } from './postgres/leftover.ts'
import { findPlace, type Place } from './postgres/place.ts'
import { DATABASE, ensureRoles } from './postgres/roles.ts'
import { type Server, startServer } from './postgres/server.ts'
import { writePrivateFile } from './private-file.ts'

export type StartOptions = {
  home: string
  port?: number
  onLine?: (line: string) => void
  ephemeral?: boolean
}

export type Postgres = {
  /** Superuser, database `postgres`. */
  adminUrl: string
  /** `rollcall_owner`, database `rollcall`: migrations run as it. */
  ownerUrl: string
  /** `rollcall_app`, database `rollcall`: what the processes use. */
  appUrl: string
  port: number
  pid: number
  /** Settles when the server has ended, whoever ended it. */
  exited: Promise<void>
  stop(): Promise<void>
}

const LOOPBACK = '127.0.0.1'

function url(role: string, password: string, port: number, database: string): string {
  return `postgresql://${role}:${password}@${LOOPBACK}:${port}/${database}`
}

/** The port of the last start where it is still free, so that kept addresses go on working. */
async function choosePort(place: Place, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    if ((await freePort(LOOPBACK, wanted)) !== undefined) return wanted
    throw new Error(`Port ${wanted} is taken, so PostgreSQL cannot use it.`)
  }
  const note = join(place.folder, 'port')
  const kept = existsSync(note) ? Number.parseInt(readFileSync(note, 'utf8'), 10) : Number.NaN
  const port =
    (Number.isNaN(kept) ? undefined : await freePort(LOOPBACK, kept)) ?? (await freePort(LOOPBACK))
  if (port === undefined) throw new Error('There is no free port for PostgreSQL.')
  writePrivateFile(note, String(port))
  return port
}

async function startOn(
  place: Place,
  options: StartOptions,
  password: string,
): Promise<[Server, number]> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(place, options.port)
    const adminUrl = url('postgres', password, port, 'postgres')
    try {
      const ephemeral = options.ephemeral ?? false
      return [await startServer(place, { port, adminUrl, ephemeral }), port]
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      // A port taken since we looked, or the last children of a killed server on their way out.
      const passing = /Address already in use|could not bind|shared memory block/.test(message)
      if (!passing || attempt === 10) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

/**
 * Starts the built-in PostgreSQL of `home`, making it when there is none, recovering it when its
 * last run was cut short. It ends with this process, however that ends. `ephemeral` gives up
 * durability for speed: for tests alone.
 */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const home = resolve(options.home)
  const onLine = options.onLine ?? (() => undefined)
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const place = findPlace(home, onLine)
  await clearLeftover(place, onLine)
  const passwords = keepPasswords(place)
  const made = await makeCluster(place, passwords.postgres, { sync: options.ephemeral !== true })
  if (made) onLine('Made a new database')
  writePrivateFile(ownerFile(place), String(process.pid))
  const [server, port] = await startOn(place, options, passwords.postgres)
  const adminUrl = url('postgres', passwords.postgres, port, 'postgres')
  const stop = async () => {
    await server.stop()
    rmSync(ownerFile(place), { force: true })
  }
  try {
    await ensureRoles(adminUrl, passwords)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    adminUrl,
    ownerUrl: url('rollcall_owner', passwords.rollcall_owner, port, DATABASE),
    appUrl: url('rollcall_app', passwords.rollcall_app, port, DATABASE),
    port,
    pid: server.pid,
    exited: server.exited,
    stop,
  }
}
