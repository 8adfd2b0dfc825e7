import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageOf } from '../api/page-of.ts'
import { tamper } from '../audit/testing/tamper.ts'
import { connectDatabase, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { findOpenOverrides } from './find-overrides.ts'
import { flip } from './flip.ts'
import { plannedToggle, toShare } from './testing/launched-toggle.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
})

afterAll(async () => {
  await disconnectDatabase()
  await database.drop()
})

test('however many overrides are open, none is left out', async () => {
  await plannedToggle()
  await flip(cast.tomas(), { ...toShare(10), override: { reason: 'The old letters are down' } })
  // What a bad year would leave, without the year.
  await tamper(
    database,
    `INSERT INTO override (toggle_state_id, made_by, checks, reason, created_at)
     SELECT toggle_state_id, made_by, checks, 'Again', created_at + n * interval '1 day'
       FROM override, generate_series(1, 1200) AS n`,
  )
  const all = await findOpenOverrides(cast.grace())
  expect(all).toHaveLength(1201)
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted())
  const first = pageOf(all, { limit: 200 })
  const second = pageOf(all, { limit: 200, cursor: first.next_cursor ?? '' })
  expect([...first.shown, ...second.shown]).toEqual(all.slice(0, 400))
})
