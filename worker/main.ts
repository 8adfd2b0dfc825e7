import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { checkDatabase, UnsafeDatabase } from '../server/boot-check.ts'
import { DEMO_CONNECTED_HOSTS } from '../server/connected/outside-address.ts'
import { databaseGone } from '../server/database-failure.ts'
import { connectDatabase, disconnectDatabase } from '../server/db.ts'
import { logFailure, logLine } from '../server/log.ts'
import { readSettings, SettingsWrong } from '../server/settings.ts'
import { startTracing } from '../server/tracing.ts'
import { webhookWalls } from '../server/webhooks/webhook-walls.ts'
import { headMemory } from './heads/head-memory.ts'
import { readHeadSettings } from './heads/head-settings.ts'
import { keepHeadKey } from './heads/keep-head-key.ts'
import { findMailServer, openPost } from './open-post.ts'
import { runWorker } from './run-worker.ts'
import { postWebhook } from './webhooks/post-webhook.ts'
import { wakeWebhooks } from './webhooks/wake-webhooks.ts'
import { readWorkerSettings } from './worker-settings.ts'

const ASK_AGAIN_MS = 2000

function readAllSettings() {
  const problems: string[] = []
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof SettingsWrong)) throw error
      problems.push(...error.problems)
      return null
    }
  }
  const settings = attempt(() => readSettings(process.env, { signIn: false }))
  const own = attempt(() => readWorkerSettings(process.env))
  const headPlan = attempt(() =>
    readHeadSettings(process.env, settings ?? { home: '', embedded: true }),
  )
  if (settings === null || own === null || headPlan === null) throw new SettingsWrong(problems)
  return { settings, own, headPlan }
}

/** Does no work on a database that would let the log be rewritten; waits for one that is away. */
async function awaitGuardedDatabase(url: string, signal: AbortSignal): Promise<void> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      return await checkDatabase({ url, durable: true })
    } catch (error) {
      if (!databaseGone(error)) throw error
      if (isFirst) logLine('warning', { process: 'worker', what: 'the database is away: waiting' })
      await setTimeout(ASK_AGAIN_MS, undefined, { signal }).catch(() => undefined)
    }
  }
}

/**
 * On the embedded default, what the web app is told too: the demo's own secret, which signs webhooks
 * and seals tokens of others (none where the web app was never started), and whom it may call.
 */
function knowDemo(home: string): void {
  const file = join(home, 'nextauth-secret')
  if (existsSync(file)) process.env.NEXTAUTH_SECRET ||= readFileSync(file, 'utf8').trim()
  process.env.CONNECTED_HOSTS ??= DEMO_CONNECTED_HOSTS
}

async function main(): Promise<void> {
  const { settings, own, headPlan } = readAllSettings()
  const { mail, home, embedded } = settings
  const url = settings.databaseUrl ?? readFileSync(join(home, 'database-url'), 'utf8').trim()
  const stopTracing = startTracing('worker')
  if (embedded) knowDemo(home)
  const ending = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => ending.abort())
  await connectDatabase(url)
  await awaitGuardedDatabase(url, ending.signal)
  const post = () => {
    const server = findMailServer(mail, embedded ? home : null)
    return server === null ? null : openPost(server)
  }
  if (mail === null && !embedded) {
    logLine('warning', {
      process: 'worker',
      what: 'mail is off: set SMTP_URL and MAIL_FROM to send it',
    })
  }
  if (!process.env.NEXTAUTH_SECRET) {
    logLine('warning', {
      process: 'worker',
      what: 'NEXTAUTH_SECRET is not set: tokens of connected Flipper servers do not open',
    })
  }
  if (headPlan.places.length < 2) {
    logLine('warning', {
      process: 'worker',
      what: 'heads of the log go to one place only: name two in HEAD_PLACES',
    })
  }
  const heads = {
    key: keepHeadKey(headPlan.keyFile, headPlan.alg),
    memory: headMemory(join(home, 'last-head.json')),
    places: headPlan.places,
    origin: settings.nextauthUrl,
  }
  const tools = {
    post,
    origin: settings.nextauthUrl,
    heads,
    postWebhook: postWebhook(webhookWalls(embedded)),
  }
  const worker = runWorker({ url, tools, ...own })
  const sleep = wakeWebhooks()
  if (!ending.signal.aborted) {
    await new Promise((resolve) => ending.signal.addEventListener('abort', resolve))
  }
  sleep()
  await worker.stop()
  await disconnectDatabase()
  await stopTracing()
  logLine('info', { process: 'worker', what: 'stopped' })
}

main().catch((error: unknown) => {
  if (error instanceof SettingsWrong || error instanceof UnsafeDatabase) {
    process.stderr.write(`${error.message}\n`)
  } else logFailure(error, { process: 'worker', what: 'start' })
  process.exitCode = 1
  process.exit()
})
