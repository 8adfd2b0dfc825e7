import { subscribe } from 'node:diagnostics_channel'
import { existsSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkDatabase } from '../server/boot-check.ts'
import { databaseGone } from '../server/database-failure.ts'
import { readSettings } from '../server/settings.ts'
import { embeddedEnvironment } from './embedded-environment.ts'
import { saying } from './saying.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

// Whatever the environment says: a real installation has no mailbox that anyone may open.
const NO_DEMO = { ROLLCALL_DEMO_MAILBOX: '' } as const

await saying(async () => {
  const isDev = process.argv.includes('--dev')
  const settings = readSettings(process.env)
  if (!isDev && !existsSync(join(root, '.next', 'BUILD_ID'))) {
    throw new Error('The web app is not built: run npm run build first.')
  }
  Object.assign(process.env, settings.embedded ? embeddedEnvironment(settings) : NO_DEMO, {
    NODE_ENV: isDev ? 'development' : 'production',
    NEXTAUTH_URL: settings.nextauthUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  })
  await refuseUnguardedLog()
  // Next makes a Request of each, a type that throws at TRACE: it shall be refused, not a fault.
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    if (request.method === 'TRACE') request.method = 'PROPFIND'
  })
  // Next's own command, in this process: one process less to watch, and no server of our own.
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const listens = ['--hostname', settings.host, '--port', String(settings.port)]
  process.argv = [process.execPath, next, isDev ? 'dev' : 'start', ...listens, root]
  await import(next)
})

/**
 * Serves nobody from a database that would let the log be rewritten. One that cannot be reached yet
 * is no reason to stay down: the pages say so, and recover by themselves.
 */
async function refuseUnguardedLog(): Promise<void> {
  try {
    await checkDatabase({ url: process.env.DATABASE_URL ?? '', durable: true })
  } catch (error) {
    if (!databaseGone(error)) throw error
    console.error('The database cannot be reached yet; the web app starts and waits for it.')
  }
}
