import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from './create-toggle.ts'
import { flip } from './flip.ts'

givenCast()

const ACTORS = 2000

/** How many rows of the dictionary of named actors were read so far, in both ways. */
async function rowsRead(): Promise<{ byIndex: number; fromEndToEnd: number }> {
  const rows = await db().$queryRaw<{ byIndex: number; fromEndToEnd: number }[]>`
    SELECT idx_tup_fetch::float AS "byIndex", seq_tup_read::float AS "fromEndToEnd"
      FROM pg_stat_user_tables WHERE relname = 'named_actor'`
  return rows[0] ?? { byIndex: 0, fromEndToEnd: 0 }
}

test('each of many named actors is looked up by itself, also while nothing is known of how many there are', async () => {
  const where = { toggle: 'claim_letters', environment: 'staging', reason: 'All who applied early' }
  await createToggle(cast.priya(), { key: where.toggle, description: '' })
  const actors = Array.from({ length: ACTORS }, (_, n) => `applicant-${n}`)
  await flip(cast.tomas(), { ...where, patch: { actors } })
  await flip(cast.tomas(), { ...where, patch: { percentage_of_actors: 10 } })
  // Counted by the database a moment later.
  await expect
    .poll(async () => (await rowsRead()).byIndex, { timeout: 20_000 })
    .toBeGreaterThan(ACTORS)
  expect((await rowsRead()).fromEndToEnd).toBeLessThan(20 * ACTORS)
})
