import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from '../bin/test-run/source-files.ts'
import { textOf } from './written.ts'

const code = sourceFiles(/\.(ts|tsx|mjs|cjs)$/)

describe('names', () => {
  test('no file is an index: import the file, not the folder', () => {
    expect(code.filter((file) => /^index\./.test(basename(file)))).toEqual([])
  })

  test('no file or folder has a name that says nothing', () => {
    const empty = /(^|[/-])(utils?|helpers?|common|shared|misc|types|manager|service)(s?)([/.-]|$)/
    expect(code.filter((file) => empty.test(file))).toEqual([])
  })

  test('no file of code is outside the rooms', () => {
    const rooms = /^(app|components|domain|server|flags|worker|prisma|e2e|bench|bin|cli|checks)\//
    const configuration =
      /^[^/]+\.config\.(ts|js|mjs)$|^\.dependency-cruiser\.cjs$|^instrumentation\.ts$|^proxy\.ts$/
    expect(code.filter((file) => !rooms.test(file) && !configuration.test(file))).toEqual([])
  })
})

describe('length', () => {
  const longerThan = (lines: number, files: readonly string[]): string[] =>
    files
      .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
      .filter((each) => each.lines > lines)
      .map((each) => `${each.file} has ${each.lines} lines`)

  test('no file is over 220 lines', () => {
    expect(longerThan(220, code)).toEqual([])
  })

  test('no component is over 180 lines', () => {
    expect(longerThan(180, sourceFiles(/^(components|app)\/.+\.tsx$/))).toEqual([])
  })
})

describe('tests', () => {
  const tests = sourceFiles(/(\.test\.tsx?|\.spec\.tsx?|_test\.ts|-test\.ts)$/)

  test('every one stands where a step of npm test finds it', () => {
    const found = (file: string): boolean =>
      file.startsWith('e2e/')
        ? /^e2e\/http\/.+\.test\.ts$|^e2e\/(?!http\/).+\.spec\.ts$/.test(file)
        : file.startsWith('server/')
          ? file.endsWith('.test.ts')
          : /\.test\.tsx?$/.test(file)
    expect(tests.filter((file) => !found(file))).toEqual([])
  })

  test('every one is named after its file or folder, unless it is about several files', () => {
    const names = sourceFiles().map((file) => file.replace(/\.\w+$/, ''))
    const lonely = tests
      .filter((file) => !/^(checks|e2e)\//.test(file))
      .filter((file) => (textOf(file).match(/ from '\.\//g) ?? []).length < 3)
      .filter((file) => {
        const subject = file.replace(/(\.database)?\.test\.tsx?$/, '')
        // A long test may be split by what it tries: flip-races.test.ts is about flip.ts.
        const about = names.some((name) => subject === name || subject.startsWith(`${name}-`))
        return !about && basename(subject) !== basename(dirname(subject))
      })
    expect(lonely).toEqual([])
  })

  test('every one can fail', () => {
    expect(tests.filter((file) => !/\b(expect|assert)\b/.test(textOf(file)))).toEqual([])
  })
})
