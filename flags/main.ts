import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { checkDatabase, UnsafeDatabase } from '../server/boot-check.ts'
import { logFailure } from '../server/log.ts'
import { readSettings, SettingsWrong } from '../server/settings.ts'
import type { Doorkeeper } from './admit.ts'
import { readFlagsSettings } from './flags-settings.ts'
import { groupsInUse } from './flipper/gate-patch.ts'
import { gauges } from './gauges.ts'
import { keepUses } from './keep-uses.ts'
import { createMetrics } from './metrics.ts'
import { eventStreams } from './ofrep/event-streams.ts'
import { rateLimit } from './rate-limit.ts'
import { lineWriter } from './request-log.ts'
import { createRuleBook } from './rule-book.ts'
import { rulesOrigin } from './rules-origin.ts'
import { buildFlagsServer } from './server.ts'
import { createUses } from './uses.ts'

const TEND_STREAMS_MS = 25_000
const KEEP_USES_MS = 60_000

/** How long a start without a snapshot waits for the database before it answers that it has none. */
const FIRST_LOOK_MS = 3000

/** Both readers' settings; what is wrong with either is said at once. */
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
  const own = attempt(() => readFlagsSettings(process.env))
  if (settings === null || own === null) throw new SettingsWrong(problems)
  return { settings, own }
}

/**
 * Answers from no database that would let the log be rewritten, nor as a role that could. One that
 * is away, or was never there, holds nothing up: there is the snapshot.
 */
async function refuseUnguardedLog(url: () => string): Promise<void> {
  try {
    await checkDatabase({ url: url(), durable: false })
  } catch (error) {
    if (error instanceof UnsafeDatabase) throw error
  }
}

async function main(): Promise<void> {
  const { settings, own } = readAllSettings()
  const url = (): string => databaseUrl(settings.databaseUrl, settings.home)
  if (own.upstream === null) await refuseUnguardedLog(url)
  const source = createRuleBook()
  const now = Date.now
  const uses = createUses(now)
  const metrics = createMetrics(gauges({ source, now, streams: () => streams.count() }), [
    uses.write,
  ])
  const limit = rateLimit(own.ratePerSecond)
  const door: Doorkeeper = {
    source,
    limit,
    uses,
    anonymousEnvironment: own.anonymousEnvironment,
    now,
  }
  const streams = eventStreams(door, own.mostStreams)
  const lines = lineWriter(process.stdout)
  const origin = rulesOrigin(own.upstream, url)
  const watching = await origin.follow({
    source,
    home: settings.home,
    metrics,
    now,
    tell(sentence, error) {
      if (error === undefined) process.stdout.write(`${sentence}\n`)
      else logFailure(error, { process: 'flags', what: sentence })
    },
  })
  const stopKeeping = keepUses({
    uses,
    keep: origin.keepUses,
    everyMs: KEEP_USES_MS,
    failed: () => metrics.count('rollcall_flags_use_failures_total'),
  })
  if (source.version() === null) await Promise.race([watching.look(), setTimeout(FIRST_LOOK_MS)])
  const writer = origin.writer(watching.look)
  const app = buildFlagsServer({
    door,
    chance: { now, random: Math.random },
    streams,
    metrics,
    corsOrigins: own.corsOrigins,
    isQuick: own.isQuick,
    flipperWrites: writer === null ? null : { writer, groups: groupsInUse },
    log: own.logsRequests ? lines.write : null,
    logFault: (error, route) => logFailure(error, { process: 'flags', route }),
  })
  const tending = setInterval(streams.tend, TEND_STREAMS_MS)
  let isStopping = false
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    clearInterval(tending)
    await app.close()
    await stopKeeping()
    await watching.stop()
    await writer?.close()
    lines.flush()
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  await app.listen({ port: settings.flagsPort, host: settings.host })
  process.stdout.write(`Evaluation answers at http://${settings.host}:${settings.flagsPort}\n`)
}

/** Where the database is: as told, else where the embedded one wrote that it is. */
function databaseUrl(told: string | null, home: string): string {
  return told ?? readFileSync(join(home, 'database-url'), 'utf8').trim()
}

main().catch((error: unknown) => {
  if (error instanceof SettingsWrong || error instanceof UnsafeDatabase)
    process.stderr.write(`${error.message}\n`)
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    process.stderr.write('FLAGS_PORT is in use already: stop what uses it, or choose another.\n')
  } else logFailure(error, { process: 'flags', what: 'start' })
  process.exitCode = 1
  process.exit()
})
