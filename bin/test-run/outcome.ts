import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** What a step of `npm test` came to. `note` is shown beside it. */
export type Outcome = { passed: number; failed: number; note?: string }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
})

/**
 * Counts what vitest reported with `--reporter=json`. A test that did not run is a failure, as is a
 * file that failed to load and therefore has no failing test to show for it.
 */
export function countVitest(report: unknown): Outcome {
  const seen = vitestReport.parse(report)
  const notRun = seen.numPendingTests + seen.numTodoTests
  const brokenFiles = seen.testResults.filter(
    (file) =>
      file.status === 'failed' &&
      file.assertionResults.every((assertion) => assertion.status !== 'failed'),
  ).length
  return outcome(seen.numPassedTests, seen.numFailedTests, notRun, brokenFiles)
}

/** Counts what Playwright reported with its JSON reporter; flaky and skipped tests are failures. */
export function countPlaywright(report: unknown): Outcome {
  const { stats, errors } = playwrightReport.parse(report)
  return outcome(stats.expected, stats.unexpected + stats.flaky, stats.skipped, errors.length)
}

/**
 * The outcome of a runner that leaves a report. A runner that left none, ran nothing, or failed
 * although every test passed (something leaked, an error outside a test) counts one failure.
 */
export function outcomeOf(
  runner: { ok: boolean },
  reportFile: string,
  count: (report: unknown) => Outcome,
): Outcome {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, note: 'it left no report' }
  const counted = count(JSON.parse(readFileSync(reportFile, 'utf8')))
  if (counted.passed + counted.failed === 0) {
    return { passed: 0, failed: 1, note: 'it ran nothing' }
  }
  if (!runner.ok && counted.failed === 0) {
    return { ...counted, failed: 1, note: 'its tests passed, yet it failed' }
  }
  return counted
}

/** The sum of several outcomes. */
export function sum(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, each) => total + each.passed, 0),
    failed: outcomes.reduce((total, each) => total + each.failed, 0),
  }
}

function outcome(passed: number, failed: number, notRun: number, broken: number): Outcome {
  const notes = [
    ...(notRun > 0 ? [`${notRun} did not run`] : []),
    ...(broken > 0 ? [`${broken} broken outside a test`] : []),
  ]
  const counted = { passed, failed: failed + notRun + broken }
  return notes.length > 0 ? { ...counted, note: notes.join(', ') } : counted
}
