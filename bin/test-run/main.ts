import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeLeftDatabases } from './database-folder.ts'
import { type Outcome, sum } from './outcome.ts'
import { runCommand, stopEverything } from './run-command.ts'
import { type Step, type Surroundings, steps } from './steps.ts'

type Report = { step: Step; outcome: Outcome; seconds: number }

const log = (line: string): boolean => process.stdout.write(`${line}\n`)
let interrupted = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt)

// Killed outright, the process that started this one can pass no signal on.
const starter = process.ppid
setInterval(() => process.ppid !== starter && interrupt(), 1000).unref()

// Everything temporary of the run goes in here, and with it, also when a runner was killed. The
// embedded PostgreSQL may run as another user, who must be able to pass through.
const folder = mkdtempSync(join(tmpdir(), 'rollcall-tests-'))
chmodSync(folder, 0o711)
process.env.TMPDIR = folder
try {
  const outcome = await runAll(process.argv.slice(2), { folder, log })
  log(`${outcome.passed} passed, ${outcome.failed} failed`)
  process.exitCode = outcome.failed === 0 && outcome.passed > 0 ? 0 : 1
} finally {
  // A PostgreSQL whose starter was killed is still closing, and writes while this removes.
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
  removeLeftDatabases()
}

function interrupt(): void {
  if (interrupted) return
  interrupted = true
  log('Stopping what was started.')
  void stopEverything()
}

async function runAll(names: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    log(`There is no step called ${unknown.join(', ')}.`)
    log(`The steps are: ${steps.map((step) => step.name).join(', ')}.`)
    return { passed: 0, failed: unknown.length }
  }

  const prepared = await runCommand(process.execPath, ['bin/generate.mjs'])
  if (!prepared.ok) {
    log(`${prepared.output}\nThe database client could not be generated; nothing was tested.`)
    return { passed: 0, failed: 1 }
  }

  const chosen = steps.filter((step) => names.length === 0 || names.includes(step.name))
  const reports = [
    ...(await inPairs(
      chosen.filter((step) => step.quiet),
      surroundings,
    )),
    ...(await oneByOne(
      chosen.filter((step) => !step.quiet),
      surroundings,
    )),
  ]

  log('')
  for (const report of reports) log(lineOf(report))
  const total = sum(reports.map((report) => report.outcome))
  if (!interrupted) return total
  log('Interrupted: not everything ran.')
  return { ...total, failed: total.failed + 1 }
}

// Two at a time: each of the quiet steps is mostly one busy thread, and two cores are the least
// that a machine has.
async function inPairs(pending: readonly Step[], surroundings: Surroundings): Promise<Report[]> {
  const queue = [...pending]
  const reports: Report[] = []
  const lane = async (): Promise<void> => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      reports.push(await runStep(step, surroundings))
    }
  }
  await Promise.all([lane(), lane()])
  return pending.flatMap((step) => reports.filter((report) => report.step === step))
}

async function oneByOne(pending: readonly Step[], surroundings: Surroundings): Promise<Report[]> {
  const reports: Report[] = []
  for (const step of pending) {
    log(`\n── ${step.says}`)
    reports.push(await runStep(step, surroundings))
  }
  return reports
}

async function runStep(step: Step, surroundings: Surroundings): Promise<Report> {
  const started = Date.now()
  const { output, ...outcome } = interrupted
    ? { passed: 0, failed: 0, note: 'not run', output: undefined }
    : await step.run(surroundings).catch((error: unknown) => ({
        passed: 0,
        failed: 1,
        output: error instanceof Error ? error.message : String(error),
      }))
  const report = { step, outcome, seconds: (Date.now() - started) / 1000 }
  if (outcome.failed > 0 && output !== undefined) log(`\n── ${step.says}\n${output.trimEnd()}\n`)
  log(lineOf(report))
  return report
}

function lineOf({ step, outcome, seconds }: Report): string {
  const word = outcome.failed > 0 ? 'FAILED' : outcome.passed > 0 ? 'ok' : '-'
  const counts = `${outcome.passed} passed, ${outcome.failed} failed`
  const note = outcome.note === undefined ? '' : `  (${outcome.note})`
  return `${word.padEnd(7)}${step.name.padEnd(14)}${counts.padEnd(26)}${seconds.toFixed(1)} s${note}`
}
