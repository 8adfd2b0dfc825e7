import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../bin/postgres/free-port.ts'
import { startPostgres } from '../bin/postgres.ts'
import { answering } from './answering.ts'

/** The peer, at the version that the figures speak of. */
export const PEER = { name: 'unleash-server', version: '8.2.0' } as const

const ADMIN = '*:*.bench-admin-token'
const FRONTEND = 'default:development.bench-frontend-token'
const CLIENT = 'default:development.bench-client-token'
const host = '127.0.0.1'

/** An Unleash of our own with its database, and how to reach it. */
export interface Peer {
  readonly url: string
  readonly pid: number
  readonly tokens: { readonly admin: string; readonly frontend: string; readonly client: string }
  readonly stop: () => Promise<void>
}

/** Installs the peer from the registry, once, into a folder of its own. */
export async function installPeer(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const dependencies = { [PEER.name]: PEER.version }
  const wanted = JSON.stringify({ name: 'bench-peer', private: true, dependencies })
  if (existsSync(join(folder, 'node_modules', PEER.name, 'package.json'))) return
  writeFileSync(join(folder, 'package.json'), wanted)
  const code = await new Promise<number | null>((resolve, reject) => {
    const npm = spawn('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: 'inherit',
    })
    npm.once('error', reject)
    npm.once('exit', resolve)
  })
  if (code !== 0) throw new Error('Unleash could not be installed from the registry.')
}

/** Starts Unleash on an empty PostgreSQL of its own, with `count` toggles at a gradual rollout. */
export async function startPeer(folder: string, home: string, count: number): Promise<Peer> {
  const postgres = await startPostgres({ home })
  const admin = new pg.Client({ connectionString: postgres.adminUrl })
  await admin.connect()
  await admin.query('CREATE DATABASE unleash')
  await admin.end()
  const port = await freePort(host)
  if (port === undefined) throw new Error('There is no free port for Unleash.')
  const child = spawn(process.execPath, ['node_modules/unleash-server/dist/server.js'], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TZ: 'UTC',
      DATABASE_URL: new URL('/unleash', postgres.adminUrl).href,
      DATABASE_SSL: 'false',
      HTTP_HOST: host,
      HTTP_PORT: String(port),
      LOG_LEVEL: 'error',
      CHECK_VERSION: 'false',
      SEND_TELEMETRY: 'false',
      // Its limits per minute would measure themselves.
      SDK_API_RATE_LIMIT_PER_MINUTE: '100000000',
      TOKEN_AUTHENTICATION_RATE_LIMIT_PER_MINUTE: '100000000',
      INIT_ADMIN_API_TOKENS: ADMIN,
      INIT_CLIENT_API_TOKENS: CLIENT,
      INIT_FRONTEND_API_TOKENS: FRONTEND,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://${host}:${port}`
  const stop = async (): Promise<void> => {
    await ended(child)
    await postgres.stop()
  }
  try {
    await answering(`${url}/health`)
    await fill(url, count)
  } catch (error) {
    await stop()
    throw error
  }
  const tokens = { admin: ADMIN, frontend: FRONTEND, client: CLIENT }
  return { url, pid: child.pid ?? 0, tokens, stop }
}

async function fill(url: string, count: number): Promise<void> {
  const features = '/api/admin/projects/default/features'
  for (let n = 0; n < count; n += 1) {
    const name = `bench_toggle_${n}`
    const environment = `${features}/${name}/environments/development`
    await post(url, features, { name, type: 'release' })
    await post(url, `${environment}/strategies`, {
      name: 'flexibleRollout',
      parameters: { rollout: String(n % 101), stickiness: 'default', groupId: name },
    })
    await post(url, `${environment}/on`, {})
  }
}

async function post(url: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: ADMIN, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`Unleash answered ${response.status} to ${path}: ${text}`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(timer)
}
