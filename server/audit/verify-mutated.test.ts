import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDatabase, db, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import {
  copyLog,
  exportedText,
  type LogCopy,
  type LogHolder,
  logHolder,
} from './testing/log-copy.ts'
import { type Chance, IN_THE_CHAIN, type Mutation, SEALED_ANEW } from './testing/log-mutations.ts'
import { BESIDE, TEXTS } from './testing/text-mutations.ts'
import { verifyOffline } from './testing/verify-offline.ts'
import { verify } from './verify.ts'

// MUTATED_LOGS=10000 is the run of record; the default shows that nothing has come loose.
const LOGS = Number(process.env.MUTATED_LOGS ?? '120')
const SEED = Number(process.env.MUTATED_SEED ?? '20261122')

const MUTATIONS: readonly (readonly [string, Mutation])[] = [
  ...Object.entries(IN_THE_CHAIN),
  ...Object.entries(SEALED_ANEW),
  ...Object.entries(TEXTS),
]

let database: TestDatabase
let holder: LogHolder
let sound: LogCopy

/** A log of people, toggles, flips, refusals and words, as they come about. */
beforeAll(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  for (const toggle of ['new_intake_form', 'claim_letters']) {
    await createToggle(cast.priya(), { key: toggle, description: 'For the mutator' })
    for (const percentage of [5, 25, 10, 50]) {
      const patch = { percentage_of_actors: percentage, actors: [`user-${percentage}`] }
      const input = { toggle, environment: 'staging', patch, reason: `To ${percentage} %` }
      await flip(cast.tomas(), input)
    }
    const patch = { boolean: true }
    const refused = { toggle, environment: 'production', patch, reason: 'May I?' }
    await expect(flip(cast.victor(), refused)).rejects.toThrow()
  }
  await db().$disconnect()
  sound = await copyLog()
  holder = await logHolder(database)
})

afterAll(async () => {
  await holder.end()
  await disconnectDatabase()
  await database.drop()
})

/** The same numbers for the same seed, so that a failure can be had again. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** What both say of the log as the database holds it now. */
async function answers(log: LogCopy) {
  const inSql = await verify(cast.victor(), { thorough: true })
  const offline = await verifyOffline(await exportedText(), log.head)
  expect([0, 1], offline.said).toContain(offline.code)
  expect(offline.seq === null, offline.said).toBe(offline.code === 0)
  return { sql: inSql.first_broken_seq, file: offline.seq }
}

/** What a signed head tells of a log: null when it leads to the present. */
function brokenByHead({ lines, head }: LogCopy): number | null {
  if (head === null) return null
  const there = lines.find(({ seq }) => seq === head.size)
  if (!there) return (lines.at(-1)?.seq ?? 0) + 1
  return there.hash === head.hash ? null : head.size
}

function smaller(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}

/** A copy, in two of three runs with a head, at a place where it may lie before or after the deed. */
function copyFor(run: number, chance: Chance): LogCopy {
  const log = structuredClone(sound)
  const line = log.lines[chance(log.lines.length)]
  if (run % 3 !== 0 && line) log.head = { size: line.seq, hash: line.hash }
  return log
}

/**
 * Whether two entries have one number. The key of the chain forbids it, and once they differ nobody
 * can say which of them comes first.
 */
function hasDoubles({ lines }: LogCopy): boolean {
  return new Set(lines.map(({ seq }) => seq)).size < lines.length
}

const anyPlace = ({ lines }: LogCopy, chance: Chance) => 1 + chance(lines.length - 3)

test('a log that nobody touched holds, to both', async () => {
  for (const head of [null, { size: 7, hash: sound.lines[6]?.hash ?? '' }]) {
    await holder.hold({ ...sound, head })
    expect(await answers({ ...sound, head })).toEqual({ sql: null, file: null })
  }
})

test(`of ${LOGS} mutated logs, SQL and the offline verifier name the same first entry`, async () => {
  const found = { named: 0, held: 0 }
  for (let run = 0; run < LOGS; run += 1) {
    const chance = chanceOf(SEED + run)
    const log = copyFor(run, chance)
    const [name, mutate] = MUTATIONS[run % MUTATIONS.length] ?? never()
    const expected = mutate(log, anyPlace(log, chance), chance)
    // Every fourth is altered again, and again: then the two have only each other to agree with.
    const more = run % 4 === 3 ? 1 + chance(2) : 0
    for (let n = 0; n < more; n += 1) {
      const [, again] = MUTATIONS[chance(MUTATIONS.length)] ?? never()
      if (log.lines.length > 6 && !hasDoubles(log)) again(log, anyPlace(log, chance), chance)
    }
    const told = `run ${run}: ${name}${more > 0 ? ` and ${more} more` : ''}`
    await holder.hold(log)
    const { sql, file } = await answers(log)
    expect({ told, seq: sql }).toEqual({ told, seq: file })
    if (more === 0) {
      const seq = smaller(expected, brokenByHead(log))
      expect({ told, seq: sql }).toEqual({ told, seq })
    }
    found[sql === null ? 'held' : 'named'] += 1
  }
  expect(found.named).toBeGreaterThan(found.held)
  process.stdout.write(`${found.named} named, ${found.held} beyond proof without a head\n`)
}, 3_600_000)

test.each(Object.entries(BESIDE))(
  'where %s beside an entry, SQL names it, and an export, which has no part in it, holds',
  async (_, statement) => {
    const chance = chanceOf(SEED)
    for (let run = 0; run < 3; run += 1) {
      const flips = sound.lines.filter(({ payload }) => payload.includes('toggle_state'))
      const line = flips[chance(flips.length)] ?? never()
      await holder.hold(sound, statement(line.seq))
      expect(await answers(sound)).toEqual({ sql: line.seq, file: null })
    }
  },
)

test.each([
  ['another hash', { hash: 'ab'.repeat(32) }, 5],
  ['more entries than there are', { size: 100_000 }, null],
])('a head that tells of %s is found by both', async (_, altered, seq) => {
  const head = { size: 5, hash: sound.lines[4]?.hash ?? '', ...altered }
  const log = { ...sound, head }
  await holder.hold(log)
  const first = seq ?? sound.lines.length + 1
  expect(await answers(log)).toEqual({ sql: first, file: first })
})

function never(): never {
  throw new Error('there is always one')
}
