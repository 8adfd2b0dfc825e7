import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, sourceFiles } from '../bin/test-run/source-files.ts'
import { textOf } from './written.ts'

describe('the README', () => {
  test.each(['npm start', 'npm test'])('names %s', (command) => {
    expect(textOf('README.md')).toContain(command)
  })

  test('leads only to files that are there', () => {
    const files = new Set(sourceFiles())
    const links = [...textOf('README.md').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
      ([, target]) => target ?? '',
    )
    const lost = links.filter(
      (target) =>
        ![...files].some(
          (file) => file === target || file.startsWith(`${target}/`.replace('//', '/')),
        ),
    )
    expect(lost).toEqual([])
  })
})

test('continuous integration calls npm test and can be run', () => {
  expect(textOf('.ci/run')).toMatch(/^exec npm test\b/m)
  expect(statSync(join(root, '.ci/run')).mode & 0o111).not.toBe(0)
})

test('a decision record is under forty lines', () => {
  const long = sourceFiles(/^docs\/decisions\/.+\.md$/).filter(
    (file) => textOf(file).split('\n').length > 40,
  )
  expect(long).toEqual([])
})
