import { expect, test } from 'vitest'
import { lockfile, missingPackages } from '../bin/lock/missing-packages.ts'
import { textOf } from './written.ts'

const text = textOf('package-lock.json')

test('npm ci accepts the lock file: every optional package is in it', () => {
  const missing = Object.keys(missingPackages(lockfile.parse(JSON.parse(text)).packages))
  expect(missing, 'npx node bin/complete-lock.ts adds them').toEqual([])
})

test('the lock file names no registry: each machine uses its own', () => {
  expect(text).not.toMatch(/"resolved": "https?:/)
})
