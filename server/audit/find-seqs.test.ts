import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Prisma } from '../../generated/prisma/client.ts'
import { connectDatabase, db, disconnectDatabase } from '../db.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import type { EntryFilter } from './entry-filter.ts'
import { findSeqs, type Place } from './find-seqs.ts'
import { tamper } from './testing/tamper.ts'

const MANY = 200_000
const PERSON = '0f0e2a52-0000-4000-8000-000000000007'

let database: TestDatabase

/** What paging walks along, filled for 200,000 entries; their payloads play no part in it. */
beforeAll(async () => {
  database = await freshDatabase()
  await tamper(
    database,
    `INSERT INTO audit.chain (seq, event_id, sealed_at, leaf, prev, hash)
       SELECT n, gen_random_uuid(), timestamptz '2026-01-01Z' + n * interval '1 minute', '', '', ''
         FROM generate_series(1, ${MANY}) n`,
    `INSERT INTO audit.listing (seq, type, outcome, actor_id, toggle, environment, plan, words)
       SELECT n, CASE WHEN n % 5000 = 0 THEN 'freeze.set' WHEN n = 7 THEN 'toggle.archived' WHEN n % 3 = 0 THEN 'toggle.narrowed' ELSE 'toggle.widened' END,
              CASE WHEN n % 50 = 0 THEN 'denied' ELSE 'allowed' END,
              '0f0e2a52-0000-4000-8000-' || lpad((n % 40)::text, 12, '0'), 'toggle_' || n % 100,
              (ARRAY['development', 'staging', 'production'])[1 + n % 3],
              CASE WHEN n % 500 = 0 THEN 'new-intake' END,
              to_tsvector('simple', 'stage ' || n || CASE WHEN n % 9999 = 0 THEN ' zebra' ELSE '' END)
         FROM generate_series(1, ${MANY}) n`,
    `INSERT INTO person (id, issuer, subject, name) VALUES ('${PERSON}', 'x', 'x', 'Priya Raman')`,
    'ANALYZE',
  )
  await connectDatabase(database.appUrl)
}, 180_000)

afterAll(async () => {
  await disconnectDatabase()
  await database.drop()
})

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly Node[]
}

/** What PostgreSQL did for a page: which tables it read from end to end, and how many rows it took up. */
async function workOf(filter: EntryFilter, place: Place) {
  const seen = vi.spyOn(db(), '$queryRaw')
  await findSeqs(filter, place)
  const query = seen.mock.calls.at(-1)?.[0]
  seen.mockRestore()
  if (!(query instanceof Prisma.Sql)) throw new Error('the page was not asked for in SQL')
  const [answer] = await db().$queryRaw<{ 'QUERY PLAN': { Plan: Node }[] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${query}`,
  )
  const nodes: Node[] = []
  const visit = (node: Node): void => {
    nodes.push(node)
    node.Plans?.forEach(visit)
  }
  answer?.['QUERY PLAN'].forEach(({ Plan }) => {
    visit(Plan)
  })
  const readWhole = nodes.filter((node) => node['Node Type'] === 'Seq Scan')
  const taken = nodes.map((node) => {
    const removed =
      (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
    return (node['Actual Rows'] + removed) * node['Actual Loops']
  })
  const kinds = nodes.flatMap((node) => (node['Actual Rows'] > 0 ? [node['Node Type']] : []))
  return {
    readWhole: readWhole.map((node) => node['Relation Name']),
    sorts: kinds.filter((kind) => /Sort|Unique|Hash/.test(kind)),
    taken: Math.max(...taken),
  }
}

const PLACES: Record<string, Place> = {
  first: { limit: 50 },
  deep: { limit: 50, before: MANY / 2 },
  last: { limit: 50, before: 100 },
  newer: { limit: 50, after: MANY / 2 },
}

const FILTERS: readonly [string, EntryFilter][] = [
  ['everything', {}],
  ['a toggle', { toggle: 'toggle_7' }],
  ['an environment', { environment: 'production' }],
  ['a plan', { plan: 'new-intake' }],
  ['a person', { actor: PERSON }],
  ['a person by name', { actor: 'Priya' }],
  ['a person whom nobody knows', { actor: 'Nobody' }],
  ['a frequent action', { action: 'toggle.widened' }],
  ['a rare action', { action: 'freeze.set' }],
  ['a kind of action, one of them rare', { action: 'toggle' }],
  ['an action that nobody did', { action: 'toggle.painted' }],
  ['refused attempts', { outcome: 'denied' }],
  ['what was allowed', { outcome: 'allowed' }],
  ['a time', { from: new Date('2026-02-01'), to: new Date('2026-02-03') }],
  ['a word said often', { q: 'stage' }],
  ['a word said rarely', { q: 'zebra' }],
  ['a word said never', { q: 'okapi' }],
  ['a rare action in one environment', { action: 'freeze.set', environment: 'production' }],
  [
    'a person’s refused attempts on a toggle',
    { actor: PERSON, outcome: 'denied', toggle: 'toggle_7' },
  ],
]

describe.each(FILTERS)('in 200,000 entries, %s', (_, filter) => {
  test.each(Object.keys(PLACES))(
    'is found along an index, with little work, on the %s page',
    async (name) => {
      const { readWhole, sorts, taken } = await workOf(filter, PLACES[name] ?? { limit: 50 })
      expect(readWhole).toEqual([])
      // All that a rare word finds comes out of its index in no order: those few are sorted.
      if (filter.q === undefined) expect(sorts).toEqual([])
      expect(taken).toBeLessThan(MANY / 30)
    },
  )
})

describe('what is found', () => {
  test('is the same along an index as by looking at every entry', async () => {
    const seqs = await findSeqs(
      { toggle: 'toggle_50', outcome: 'denied', actor: `${PERSON.slice(0, -1)}0` },
      { limit: 3 },
    )
    const all = Array.from({ length: MANY }, (_, n) => MANY - n)
    const expected = all.filter((n) => n % 100 === 50 && n % 50 === 0 && n % 40 === 0)
    expect(seqs).toEqual(expected.slice(0, 3))
    const zebras = await findSeqs({ q: 'zeb', to: new Date('2026-03-01') }, { limit: 3 })
    expect(zebras).toEqual([79_992, 69_993, 59_994])
  })
})
