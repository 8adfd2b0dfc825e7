import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { states } from '../domain/toggle/testing/random-states.ts'
import { type LoadedRules, writeLoadedRules } from '../server/evaluation/loaded-rules.ts'
import { BadSnapshot, readSnapshot, writeSnapshot } from './snapshot.ts'
import { loaded, NOON, toggle } from './testing/test-server.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-snapshot-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const rules = loaded(
  [toggle('on', { boolean: true }), toggle('half', { percentageOfActors: 50 })],
  7,
)
const file = (): string => join(folder, 'flags-snapshot.json')

function keep(loaded: LoadedRules): Promise<void> {
  const text = writeLoadedRules(loaded)
  return writeSnapshot(folder, { version: loaded.version, confirmedAt: NOON, text })
}

async function damage(change: (text: string) => string): Promise<void> {
  await keep(rules)
  await writeFile(file(), change(await readFile(file(), 'utf8')))
}

describe('the snapshot on disk', () => {
  it('comes back as it was kept, for any state', async () => {
    await fc.assert(
      fc.asyncProperty(states, async (state) => {
        const kept = { loaded: loaded([toggle('any', state)], 7), confirmedAt: NOON }
        await keep(kept.loaded)
        expect(await readSnapshot(folder)).toEqual(kept)
      }),
      { numRuns: 20 },
    )
  })

  it('is nothing where none was kept', async () => {
    expect(await readSnapshot(folder)).toBeNull()
    expect(await readSnapshot(join(folder, 'nowhere'))).toBeNull()
  })

  it('can be read by its owner only and leaves no other file behind', async () => {
    await keep(rules)
    await keep(rules)
    expect((await stat(file())).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['flags-snapshot.json'])
  })

  it('stays whole when many are written at once', async () => {
    const versions = Array.from({ length: 20 }, (_, i) => ({ ...rules, version: i }))
    await Promise.all(versions.map(keep))
    expect((await readSnapshot(folder))?.loaded.rulesets).toEqual(rules.rulesets)
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, -1)],
    ['longer than it says', (text: string) => `${text} `],
    ['one letter different', (text: string) => text.replace('"half"', '"hall"')],
    [
      'of another version than it says',
      (text: string) => text.replace('"version":7', '"version":8'),
    ],
    ['of another format', (text: string) => text.replace('snapshot 1', 'snapshot 2')],
    ['without its first line', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['empty', () => ''],
    ['not JSON', () => 'x\ny'],
  ])('is refused when it is %s', async (_, change) => {
    await damage(change)
    await expect(readSnapshot(folder)).rejects.toThrow(BadSnapshot)
  })

  it('is refused when its checksum is right and its shape is not', async () => {
    const odd = { ...rules, epoch: 'x'.repeat(65) }
    await keep(odd)
    await expect(readSnapshot(folder)).rejects.toThrow('does not hold rules')
  })
})
