import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { connectDatabase, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { openPool } from './open-pool.ts'
import { findPosition, type LogPosition } from './ruleset.ts'
import { type Watch, type WatchOptions, watch } from './watch.ts'

const HOUR_MS = 3_600_000

let database: TestDatabase
const watches: Watch[] = []

beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
})

afterEach(async () => {
  await Promise.all(watches.splice(0).map((one) => one.stop()))
  await disconnectDatabase()
  await database.drop()
})

/** A watcher that reads only the position, and says what it was told. */
function watching(options: Partial<WatchOptions> = {}) {
  let held: LogPosition | null = null
  const told: string[] = []
  const waiting: { fits: () => boolean; resolve: () => void }[] = []
  const tell = (what: string): void => {
    told.push(what)
    for (const one of waiting.filter(({ fits }) => fits())) one.resolve()
  }
  const one = watch({
    url: () => database.appUrl,
    held: () => held,
    async behind(pool) {
      held = await findPosition(pool)
      tell(`read ${held.version}`)
    },
    current(position) {
      held = position
      tell('current')
    },
    ahead: ({ version }) => tell(`ahead of ${version}`),
    failed: () => tell('failed'),
    pollMs: 20,
    ...options,
  })
  watches.push(one)
  const until = (fits: () => boolean): Promise<void> =>
    fits() ? Promise.resolve() : new Promise((resolve) => waiting.push({ fits, resolve }))
  return {
    one,
    told,
    until,
    version: () => held?.version ?? 0,
    hold: (position: LogPosition) => {
      held = position
    },
  }
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('postgres').adminUrl })
  await admin.connect()
  await admin.query(statement).finally(() => admin.end())
}

const nameOf = (one: TestDatabase): string => new URL(one.appUrl).pathname.slice(1)

describe('following the log', () => {
  test('a notice alone is enough: no poll comes within the hour', async () => {
    const { one, until, version } = watching({ pollMs: HOUR_MS })
    await one.look()
    await until(() => version() > 0)
    const before = version()
    await createToggle(cast.tomas(), { key: 'appointments_list', description: '' })
    await until(() => version() > before)
  })

  test('a poll alone is enough: the listening connection is cut before each change', async () => {
    const { until, version } = watching()
    await until(() => version() > 0)
    for (const key of ['appointments_list', 'claim_letters', 'search_stats']) {
      await asAdmin(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = '${nameOf(database)}' AND application_name = 'rollcall flags notices'`,
      )
      const before = version()
      await createToggle(cast.tomas(), { key, description: '' })
      await until(() => version() > before)
    }
  })

  test('a look that is asked for sees what was committed before it was asked', async () => {
    const { one, version } = watching({ pollMs: HOUR_MS })
    for (const key of ['appointments_list', 'claim_letters', 'search_stats']) {
      const { seqs } = await createToggle(cast.tomas(), { key, description: '' })
      await Promise.all([one.look(), one.look()])
      expect(version()).toBe(seqs[0])
    }
  })

  test('a log that is behind what is held is told as such and not read', async () => {
    const { until, told, version, hold } = watching()
    await until(() => version() > 0)
    const pool = openPool(database.appUrl, () => undefined)
    const position = await findPosition(pool).finally(() => pool.end())
    hold({ ...position, version: position.version + 5 })
    const reads = told.filter((what) => what.startsWith('read')).length
    await until(() => told.includes(`ahead of ${position.version}`))
    expect(told.filter((what) => what.startsWith('read'))).toHaveLength(reads)
  })

  test('another log is read, whatever its numbers', async () => {
    const { until, told, version, hold } = watching()
    await until(() => version() > 0)
    hold({ epoch: 'of another installation', version: 1_000_000 })
    await until(() => version() < 1_000_000)
    expect(told.at(-1)).not.toBe('failed')
  })

  test('a database that goes away is followed again when it is back', async () => {
    const { until, told, version } = watching()
    await until(() => version() > 0)
    const before = version()
    await disconnectDatabase()
    await asAdmin(`ALTER DATABASE ${nameOf(database)} WITH ALLOW_CONNECTIONS false`)
    await asAdmin(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${nameOf(database)}'`,
    )
    await until(() => told.includes('failed'))
    await asAdmin(`ALTER DATABASE ${nameOf(database)} WITH ALLOW_CONNECTIONS true`)
    await connectDatabase(database.appUrl)
    await createToggle(cast.tomas(), { key: 'appointments_list', description: '' })
    await until(() => version() > before)
  })
})
