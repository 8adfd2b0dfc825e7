import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countPlaywright, countVitest, outcomeOf, sum } from './outcome.ts'

const green = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] }],
}

describe('what vitest reported', () => {
  test('passed tests are passed', () => {
    expect(countVitest(green)).toEqual({ passed: 12, failed: 0 })
  })

  test('a test that was skipped or left to do is a failure', () => {
    expect(countVitest({ ...green, numPendingTests: 2, numTodoTests: 1 })).toEqual({
      passed: 12,
      failed: 3,
      note: '3 did not run',
    })
  })

  test('a file that does not load is a failure of its own', () => {
    const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] }
    expect(countVitest({ ...green, testResults: [...green.testResults, broken] })).toEqual({
      passed: 12,
      failed: 1,
      note: '1 broken outside a test',
    })
  })

  test('a file with a failing test is counted once, by the test', () => {
    const red = { name: 'b.test.ts', status: 'failed', assertionResults: [{ status: 'failed' }] }
    expect(countVitest({ ...green, numFailedTests: 1, testResults: [red] })).toEqual({
      passed: 12,
      failed: 1,
    })
  })
})

describe('what Playwright reported', () => {
  test('flaky and skipped tests and errors outside a test are failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
    expect(countPlaywright({ stats, errors: [{ message: 'no browser' }] })).toEqual({
      passed: 5,
      failed: 5,
      note: '2 did not run, 1 broken outside a test',
    })
  })
})

describe('the outcome of a runner', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rollcall-outcome-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const reported = (report: unknown): string => {
    const file = join(folder, 'report.json')
    writeFileSync(file, JSON.stringify(report))
    return file
  }

  test('is a failure when it left no report', () => {
    const outcome = outcomeOf({ ok: true }, join(folder, 'none.json'), countVitest)
    expect(outcome).toEqual({ passed: 0, failed: 1, note: 'it left no report' })
  })

  test('is a failure when it ran nothing', () => {
    const nothing = { ...green, numPassedTests: 0, testResults: [] }
    const outcome = outcomeOf({ ok: true }, reported(nothing), countVitest)
    expect(outcome).toEqual({ passed: 0, failed: 1, note: 'it ran nothing' })
  })

  test('is a failure when every test passed and it failed all the same', () => {
    const outcome = outcomeOf({ ok: false }, reported(green), countVitest)
    expect(outcome).toMatchObject({ passed: 12, failed: 1 })
  })
})

test('outcomes add up', () => {
  const total = sum([
    { passed: 1, failed: 0 },
    { passed: 10, failed: 2, note: 'two' },
  ])
  expect(total).toEqual({ passed: 11, failed: 2 })
})
