import { beforeAll, describe, expect, test, vi } from 'vitest'
import { KINDS_OF_ENTRIES } from '../../domain/audit/describe.ts'
import { findEntries } from '../audit/find-entries.ts'
import { connectDatabase, disconnectDatabase } from '../db.ts'
import { call } from '../plans/testing/call.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { KEY, plannedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { ENTRIES_BY_OPERATION, ENTRIES_OTHERWISE } from './entries-by-operation.ts'
import type { AnyOperation, Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { sampleOf } from './testing/sample-input.ts'

const writing = OPERATIONS.filter(
  ({ id, method }) => method !== 'GET' || id in ENTRIES_BY_OPERATION,
)

describe('the table of routes and entries', () => {
  // @control AU-2, AU-12
  test('has every operation that writes, and none that there is not', () => {
    expect(writing.map(({ id }) => id).sort()).toEqual(Object.keys(ENTRIES_BY_OPERATION).sort())
  })

  test('has every kind of entry, and none that there is not', () => {
    const done = Object.values(ENTRIES_BY_OPERATION).flatMap((expected) => expected.done)
    const named = [...new Set<string>([...done, ...Object.keys(ENTRIES_OTHERWISE)])].sort()
    expect(named).toEqual([...KINDS_OF_ENTRIES])
  })
})

describe('called by somebody who may only look', () => {
  let database: TestDatabase
  let slug = ''

  beforeAll(async () => {
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough')
    database = await freshDatabase('cast')
    await connectDatabase(database.appUrl)
    slug = (await plannedToggle()).slug
    await flip(cast.tomas(), toShare(10, 'staging'))
    return async () => {
      await disconnectDatabase()
      await database.drop()
      vi.unstubAllEnvs()
    }
  })

  const paramsOf = (operation: AnyOperation): Record<string, string> => ({
    ...Object.fromEntries(
      [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, SAMPLES[String(name)]]),
    ),
    ...(operation.path.includes('{slug}')
      ? { slug: operation.path.startsWith('/teams') ? 'benefits-portal' : slug }
      : {}),
    ...(operation.path.startsWith('/environments/') ? { key: 'production' } : {}),
  })

  const SAMPLES: Record<string, string> = {
    key: KEY,
    environment: 'staging',
    id: '0f0e2a52-0000-4000-8000-000000000009',
    delivery: '0f0e2a52-0000-4000-8000-000000000009',
    session: '0f0e2a52-0000-4000-8000-000000000009',
    discipline: 'qa',
    which: 'one_week',
    n: '1',
  }

  const tried = writing.filter(({ id }) => {
    const { denied } = ENTRIES_BY_OPERATION[id] ?? { denied: 'on record' }
    return denied === 'on record' || denied === 'not found first'
  })

  test.each(tried.map((operation) => [operation.id, operation] as const))(
    '%s is refused as the table says',
    async (id, declared) => {
      const operation = declared as Operation<unknown, unknown, unknown>
      const before = await newest()
      const { status, text } = await call('victor', operation, {
        params: paramsOf(declared),
        query: id === 'exportAuditLog' ? '?format=csv' : '',
        headers: { 'if-match': '"1"' },
        ...(operation.bodyType === 'markdown'
          ? { markdown: '# A plan\n' }
          : operation.bodyType === 'none'
            ? {}
            : { json: { ...Object(sampleOf(operation.body)), ...BODIES[id] } }),
      })
      const { entries } = await findEntries(cast.grace(), { after: before })
      const refused = entries.filter(({ type }) => type === 'attempt.refused')
      // Beside it there is the token that the call was made with, and nothing else.
      const others = entries.filter(({ type }) => type !== 'attempt.refused')
      expect(
        others.map(({ type }) => type),
        text,
      ).toEqual(['token.made'])
      const isOnRecord = ENTRIES_BY_OPERATION[id]?.denied === 'on record'
      expect([status, refused.length], text).toEqual(isOnRecord ? [403, 1] : [404, 0])
    },
  )
})

const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString()

/** What the smallest body lacks for the call to reach its rule. */
const BODIES: Readonly<Record<string, object>> = {
  addTeam: { slug: 'claims', name: 'Claims' },
  registerToggle: { key: 'another_toggle' },
  importToggles: { content: '{"version":1,"features":{}}' },
  flipToggle: { percentage_of_actors: 20 },
  flipPlan: { environment: 'staging', flips: [{ toggle: KEY, percentage_of_actors: 20 }] },
  flipTogether: { environment: 'staging', flips: [{ toggle: KEY, percentage_of_actors: 20 }] },
  narrowToggles: { environment: 'staging', toggles: [KEY] },
  rollBackPlan: { environment: 'staging' },
  waiveStage: { soak: true },
  scheduleFlip: { percentage_of_actors: 20, at: IN_AN_HOUR },
  scheduleTogether: {
    at: IN_AN_HOUR,
    environment: 'staging',
    flips: [{ toggle: KEY, percentage_of_actors: 20 }],
  },
  connectEnvironment: {
    address: 'https://flipper.example.gov',
    first_sync: 'take_theirs',
    seen: 'x',
  },
  bringInFeatures: { keys: ['another_toggle'] },
  addEnvironment: { key: 'canary', name: 'Canary', protected: false },
  orderEnvironments: { order: ['development', 'staging', 'production'] },
}

async function newest(): Promise<number> {
  return (await findEntries(cast.grace(), { limit: 1 })).entries[0]?.seq ?? 0
}
