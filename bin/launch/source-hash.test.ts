import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceHash } from './source-hash.ts'

const PATHS = ['app', 'domain', 'package-lock.json']

let root: string
const write = (name: string, text: string) => writeFileSync(join(root, name), text)
const hash = () => sourceHash(root, PATHS)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rollcall-source-'))
  mkdirSync(join(root, 'app', 'plans'), { recursive: true })
  write('app/plans/page.tsx', 'one')
  write('package-lock.json', '{}')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the hash of what is built', () => {
  it('is the same for the same files', () => {
    expect(hash()).toBe(hash())
  })

  it.each([
    ['a file changes', () => write('app/plans/page.tsx', 'two')],
    ['a file comes', () => write('app/new.tsx', '')],
    ['a file goes', () => rmSync(join(root, 'app/plans/page.tsx'))],
    ['a file is renamed', () => renameSync(join(root, 'app/plans'), join(root, 'app/plots'))],
    ['a dependency changes', () => write('package-lock.json', '{"a":1}')],
  ])('is another when %s', (_name, change) => {
    const before = hash()
    change()
    expect(hash()).not.toBe(before)
  })

  it('takes no notice of tests and of what is elsewhere', () => {
    const before = hash()
    write('app/plans/page.test.tsx', 'a test')
    write('README.md', 'words')
    expect(hash()).toBe(before)
  })
})
