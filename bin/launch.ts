import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSettings, type Settings } from '../server/settings.ts'
import { embeddedEnvironment } from './embedded-environment.ts'
import { buildWeb } from './launch/build-web.ts'
import { keepRunning } from './launch/keep-running.ts'
import type { Launch } from './launch/launch-context.ts'
import { readLauncherLock, removeLauncherLock, writeLauncherLock } from './launch/launcher-lock.ts'
import { openLogFile } from './launch/log-file.ts'
import { runToEnd } from './launch/own-group.ts'
import { prepareDatabase } from './launch/prepare-database.ts'
import { programs, sameSettings } from './launch/programs.ts'
import { step } from './launch/progress.ts'
import { summary } from './launch/summary.ts'
import { portSentence, portWishes, refusedPorts } from './launch/used-ports.ts'
import { watchStarters } from './launch/watch-starter.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const LAST_RUN_ENDS_MS = 15_000
const LAST_RUN_NOTICES_MS = 2000

async function later<T>(ask: () => T | Promise<T>, isFine: (answer: T) => boolean, ms: number) {
  const until = Date.now() + ms
  for (;;) {
    const answer = await ask()
    if (isFine(answer) || Date.now() >= until) return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Makes sure that nothing of another run is in the way; throws one sentence otherwise. */
async function claim(settings: Settings): Promise<void> {
  const before = readLauncherLock(settings.home)
  // One whose npm was killed a moment ago is about to notice, and to stop.
  const last = await later(
    () => readLauncherLock(settings.home),
    (note) => note?.isRunning !== true,
    LAST_RUN_NOTICES_MS,
  )
  if (last?.isRunning === true) {
    throw new Error(
      `Rollcall already runs here, at ${last.url} (process ${last.pid}): stop that one first, or set PORT, FLAGS_PORT, IDP_PORT and ROLLCALL_HOME for a second one.`,
    )
  }
  // One that was killed itself leaves a lock, and processes that end a moment later.
  const refused = await later(
    () => refusedPorts(portWishes(settings)),
    (ports) => ports.length === 0,
    before === undefined ? 0 : LAST_RUN_ENDS_MS,
  )
  if (refused.length > 0) throw new Error(portSentence(refused))
  mkdirSync(settings.home, { recursive: true, mode: 0o700 })
  writeLauncherLock(settings.home, settings.nextauthUrl)
}

/** Runs one of the project's own files to its end, its words kept in a log. */
async function run(file: string, settings: Settings, launch: Launch, env = {}): Promise<void> {
  const name = file.replace(/^.*\/|\.\w+$/g, '')
  const log = openLogFile(join(settings.home, 'logs', `${name}.log`), name)
  const command = { args: [file], cwd: root, env: { ...sameSettings(settings), ...env }, log }
  await runToEnd(command, launch.signal)
}

async function start(settings: Settings, launch: Launch): Promise<void> {
  const { say, signal, undo } = launch
  await prepareDatabase(settings, launch)
  signal.throwIfAborted()
  await step(say, { done: 'Database client ready' }, () =>
    run('bin/generate.mjs', settings, launch),
  )
  if (settings.embedded && existsSync(join(root, 'prisma/load-demo.ts'))) {
    await step(say, { done: 'Demo loaded' }, () =>
      run('prisma/load-demo.ts', settings, launch, embeddedEnvironment(settings)),
    )
  }
  if (!launch.isDev) await buildWeb(settings.home, launch)
  const serving = programs(settings, launch)
  await step(say, { done: `Serving: ${serving.map(({ name }) => name).join(', ')}` }, async () => {
    const failure = new AbortController()
    const together = AbortSignal.any([signal, failure.signal])
    const begun = serving.map(async (program) => {
      try {
        const kept = await keepRunning(program, together, say)
        undo.push(kept.stop)
      } catch (error) {
        if (!together.aborted) failure.abort(error)
      }
    })
    // All of them, also when one fails: what has begun must be in the list of what to stop.
    await Promise.all(begun)
    together.throwIfAborted()
  })
  for (const line of summary(settings, process.cwd())) say(line)
}

async function launch(): Promise<void> {
  const say = (line: string) => console.log(line)
  const settings = readSettings(process.env)
  await claim(settings)
  const ending = new AbortController()
  const undo: Launch['undo'] = []
  const isDev = process.argv.includes('--dev')
  const ended = new Promise<void>((resolve) =>
    ending.signal.addEventListener('abort', () => resolve()),
  )
  let asked = 0
  const end = () => {
    // A terminal's interrupt may come twice at once, from it and from npm; a person's second is later.
    if (asked !== 0 && Date.now() - asked > 1000) process.exit(1)
    if (asked !== 0) return
    asked = Date.now()
    say('Stopping')
    ending.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  const stopWatching = watchStarters(end)
  const held = setInterval(() => undefined, 60_000)
  try {
    await start(settings, { root, say, signal: ending.signal, undo, isDev })
    await ended
  } catch (error) {
    if (!ending.signal.aborted) throw error
  } finally {
    stopWatching()
    clearInterval(held)
    // The servers together, then what they stand on.
    await Promise.allSettled(undo.splice(1).map((stop) => stop()))
    for (const stop of undo) await stop()
    removeLauncherLock(settings.home)
  }
  say('Stopped.')
}

try {
  await launch()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
process.exit()
