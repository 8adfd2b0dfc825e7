import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { root } from '../bin/test-run/source-files.ts'

// Below these versions a package has published remote holes. A floor rises with an advisory.
const floors = z.record(z.string(), z.string()).parse(json('checks/security-floors.json'))

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(json('package.json'))

describe('no package is installed below its security floor', () => {
  test.each(Object.entries(floors))('%s is at least %s', (name, floor) => {
    const { version } = z
      .object({ version: z.string() })
      .parse(json(`node_modules/${name}/package.json`))
    expect(isAtLeast(version, floor), `${name} ${version}`).toBe(true)
  })
})

describe('versions compare by number', () => {
  test.each([
    ['16.4.1', '16.4.1', true],
    ['16.10.0', '16.4.1', true],
    ['17.0.0', '16.4.1', true],
    ['16.4.0', '16.4.1', false],
    ['16.4.1-canary.3', '16.4.1', false],
    ['4.24.9', '4.24.15', false],
  ])('%s against %s', (version, floor, enough) => {
    expect(isAtLeast(version, floor)).toBe(enough)
  })
})

test('every dependency is pinned to one exact version', () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  )
  expect(loose).toEqual([])
})

/** A pre-release comes before the version that it prepares. */
function isAtLeast(version: string, floor: string): boolean {
  const [core = '', preRelease] = version.split('-')
  const [has, needs] = [core, floor].map((text) => text.split('.').map(Number))
  for (let at = 0; at < 3; at++) {
    const difference = (has?.[at] ?? 0) - (needs?.[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return preRelease === undefined
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}
