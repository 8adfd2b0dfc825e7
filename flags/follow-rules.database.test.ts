import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectDatabase, disconnectDatabase } from '../server/db.ts'
import { writeLoadedRules } from '../server/evaluation/loaded-rules.ts'
import type { Watch } from '../server/evaluation/watch.ts'
import { cast } from '../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../server/testing/test-database.ts'
import { createToggle } from '../server/toggles/create-toggle.ts'
import { flip } from '../server/toggles/flip.ts'
import { followRules } from './follow-rules.ts'
import { createMetrics } from './metrics.ts'
import { createRuleBook, type RuleBook } from './rule-book.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

let database: TestDatabase
let home: string
const following: Watch[] = []

beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  home = await mkdtemp(join(tmpdir(), 'rollcall-flags-'))
  await createToggle(cast.tomas(), { key: 'appointments_list', description: '' })
})

afterEach(async () => {
  await Promise.all(following.splice(0).map((one) => one.stop()))
  await disconnectDatabase()
  await database.drop()
  await rm(home, { recursive: true })
})

async function follow(databaseUrl: () => string) {
  const source = createRuleBook()
  const metrics = createMetrics([])
  const told: string[] = []
  const watching = await followRules({
    source,
    databaseUrl,
    home,
    metrics,
    now: Date.now,
    tell: (sentence) => told.push(sentence),
    pollMs: 20,
  })
  following.push(watching)
  return { source, metrics, told, watching }
}

function percentageIn(source: RuleBook): number | null {
  return source.rules('staging')?.toggles.get('appointments_list')?.state.percentageOfActors ?? null
}

async function widen(percentage: number): Promise<number> {
  const { seqs } = await flip(cast.tomas(), {
    toggle: 'appointments_list',
    environment: 'staging',
    patch: { percentage_of_actors: percentage },
    reason: 'On with it.',
  })
  return seqs[0] ?? 0
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10))
}

const nowhere = (): string => {
  throw new Error('there is no database')
}

describe('following the rules', () => {
  test('a flip is in the rules and in the snapshot soon after its commit', async () => {
    const { source } = await follow(() => database.appUrl)
    for (const percentage of [10, 25, 50]) {
      const seq = await widen(percentage)
      await until(() => percentageIn(source) === percentage)
      expect(source.version()).toBe(seq)
      await until(async () => (await readSnapshot(home))?.loaded.version === seq)
    }
  })

  test('what only the log tells raises the version without touching the rules', async () => {
    const { source } = await follow(() => database.appUrl)
    await until(() => source.version() !== null)
    const before = source.rules('staging')
    const attempt = flip(cast.victor(), {
      toggle: 'appointments_list',
      environment: 'staging',
      patch: { boolean: true },
      reason: 'Let me.',
    })
    const version = source.version() ?? 0
    await expect(attempt).rejects.toThrow()
    await until(() => (source.version() ?? 0) > version)
    expect(source.rules('staging')).toBe(before)
  })

  test('a start without a database answers from the snapshot, then catches up', async () => {
    const first = await follow(() => database.appUrl)
    const seq = await widen(10)
    await until(async () => (await readSnapshot(home))?.loaded.version === seq)
    await first.watching.stop()
    await widen(25)

    let isThere = false
    const second = await follow(() => (isThere ? database.appUrl : nowhere()))
    expect(percentageIn(second.source)).toBe(10)
    await second.watching.look()
    expect(percentageIn(second.source)).toBe(10)
    expect(second.metrics.write()).toMatch(/rollcall_flags_load_failures_total [1-9]/)
    isThere = true
    await until(() => percentageIn(second.source) === 25)
    expect(second.told.filter((sentence) => sentence.includes('could not be read'))).toHaveLength(1)
    expect(second.told.at(-1)).toBe('The rules are current again.')
  })

  test('a damaged snapshot is refused, counted and replaced', async () => {
    await writeFile(join(home, 'flags-snapshot.json'), 'not a snapshot')
    const { metrics, source, told } = await follow(() => database.appUrl)
    expect(told).toContain('The snapshot on disk was refused.')
    expect(metrics.write()).toContain('rollcall_flags_rules_refused_total 1')
    await until(async () => {
      const kept = await readSnapshot(home).catch(() => null)
      return kept?.loaded.version === source.version()
    })
  })

  test('a database behind what is held is refused and counted once', async () => {
    const { source, watching } = await follow(() => database.appUrl)
    await until(() => source.version() !== null)
    await watching.stop()
    const held = source.held()
    if (held === null) throw new Error('no rules were read')
    const newer = { ...held.loaded, version: held.loaded.version + 10 }
    const text = writeLoadedRules(newer)
    await writeSnapshot(home, { version: newer.version, confirmedAt: Date.now(), text })

    const later = await follow(() => database.appUrl)
    await later.watching.look()
    await later.watching.look()
    expect(later.source.version()).toBe(newer.version)
    expect(later.metrics.write()).toContain('rollcall_flags_rules_refused_total 1')
    expect(later.told.at(-1)).toContain('refused')
  })

  test('an unwritable folder is told and counted, and answers go on', async () => {
    await writeFile(join(home, 'file'), '')
    home = join(home, 'file')
    const { source, metrics } = await follow(() => database.appUrl)
    await widen(10)
    await until(() => percentageIn(source) === 10)
    await until(() => /snapshot_failures_total [1-9]/.test(metrics.write()))
    home = join(home, '..')
  })
})
