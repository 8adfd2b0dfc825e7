import { expect, test } from 'vitest'
import { readWorkerSettings } from './worker-settings.ts'

test('the worker needs no settings', () => {
  expect(readWorkerSettings({})).toEqual({ concurrency: 4, takeOverMs: 10_000 })
})

test('it takes how many jobs at a time, and how soon it takes over', () => {
  const env = { WORKER_CONCURRENCY: '8', WORKER_TAKE_OVER_SECONDS: '60' }
  expect(readWorkerSettings(env)).toEqual({ concurrency: 8, takeOverMs: 60_000 })
})

test('it says each that is wrong', () => {
  const env = { WORKER_CONCURRENCY: '0', WORKER_TAKE_OVER_SECONDS: 'soon' }
  expect(() => readWorkerSettings(env)).toThrow(
    'WORKER_CONCURRENCY must be a whole number from 1 to 50.\nWORKER_TAKE_OVER_SECONDS must be a whole number from 1 to 3600.',
  )
})
