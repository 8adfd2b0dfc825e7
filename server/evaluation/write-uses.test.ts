import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../access/system-actor.ts'
import { connectDatabase, db, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { archiveToggle } from '../toggles/archive-toggle.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { findToggle } from '../toggles/find-toggle.ts'
import { issueToken } from '../tokens/issue-token.ts'
import { openPool } from './open-pool.ts'
import { loadRulesets } from './ruleset.ts'
import { writeUses } from './write-uses.ts'

let database: TestDatabase
let pool: ReturnType<typeof openPool>

beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  pool = openPool(database.appUrl, () => undefined)
})

afterEach(async () => {
  await pool.end()
  await disconnectDatabase()
  await database.drop()
})

async function webToken(): Promise<string> {
  const row = await db().environment.findUniqueOrThrow({ where: { key: 'production' } })
  await issueToken(systemActor(), {
    name: 'Benefits Portal web',
    kind: 'flags',
    personId: null,
    environment: { id: row.id, key: row.key },
    scopes: [],
    expiresAt: new Date(Date.now() + 86_400_000),
  })
  const { tokens } = await loadRulesets(pool)
  return tokens.find(({ kind }) => kind === 'flags')?.id ?? ''
}

test('who asks for a toggle is told with it, added up from one time to the next', async () => {
  await createToggle(cast.tomas(), { key: 'search_stats', description: '' })
  const token = await webToken()
  const at = Date.now() - 60_000
  const alone = { environment: 'production', toggle: 'search_stats', token, at, asked: 5 }
  await writeUses(pool, [alone, { ...alone, toggle: null, asked: 2 }])
  await writeUses(pool, [{ ...alone, at: at - 60_000, asked: 1 }])
  await writeUses(pool, [
    { ...alone, toggle: 'unknown' },
    { ...alone, environment: 'gone' },
    { ...alone, token: null, environment: 'staging', at: Date.now() + 3_600_000 },
  ])
  const { asked } = await findToggle(cast.victor(), 'search_stats')
  const web = { environment: 'production', by: 'Benefits Portal web' }
  const when = new Date(at).toISOString()
  expect(asked).toEqual([
    expect.objectContaining({ environment: 'staging', by: null, alone: true, asked: 5 }),
    { ...web, alone: true, last_asked_at: when, asked: 6 },
    { ...web, alone: false, last_asked_at: when, asked: 2 },
  ])
  expect(Date.parse(asked[0]?.last_asked_at ?? '')).toBeLessThanOrEqual(Date.now() + 1000)
  expect(await db().tokenUse.findUnique({ where: { tokenId: token } })).toMatchObject({
    lastUsedAt: new Date(at),
  })
})

test('several processes that write at the same moment lose nothing', async () => {
  await createToggle(cast.tomas(), { key: 'search_stats', description: '' })
  await createToggle(cast.tomas(), { key: 'claim_letters', description: '' })
  const token = await webToken()
  const uses = ['search_stats', 'claim_letters'].map((toggle) => {
    return { environment: 'production', toggle, token, at: Date.now(), asked: 1 }
  })
  await Promise.all(
    Array.from({ length: 10 }, (_, n) => writeUses(pool, n % 2 === 0 ? uses : uses.toReversed())),
  )
  const [use] = (await findToggle(cast.victor(), 'claim_letters')).asked
  expect(use?.asked).toBe(10)
})

test('what code asked for lately is archived only once that was read', async () => {
  await createToggle(cast.tomas(), { key: 'search_stats', description: '' })
  const token = await webToken()
  const use = { environment: 'production', toggle: 'search_stats', token, at: Date.now(), asked: 1 }
  await writeUses(pool, [use])
  const archiving = { key: 'search_stats', reason: 'It is done', confirmed: false }
  await expect(archiveToggle(cast.tomas(), archiving)).rejects.toMatchObject({
    refusal: { code: 'confirmation_needed', reasons: [expect.stringContaining('still reads it')] },
  })
  await archiveToggle(cast.tomas(), { ...archiving, confirmed: true })
})
