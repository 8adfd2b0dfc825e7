import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { OFF } from '../../domain/toggle/state.ts'
import { systemActor } from '../access/system-actor.ts'
import { hashToken } from '../access/token.ts'
import { connectDatabase, db, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { issueToken } from '../tokens/issue-token.ts'
import { openPool } from './open-pool.ts'
import { changedSince, findPosition, loadRulesets } from './ruleset.ts'

let database: TestDatabase
let pool: pg.Pool

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

async function makeToken(environment: string, days = 1): Promise<string> {
  const row = await db().environment.findUniqueOrThrow({ where: { key: environment } })
  return issueToken(systemActor(), {
    name: 'Benefits Portal web',
    kind: 'flags',
    personId: null,
    environment: { id: row.id, key: row.key },
    scopes: [],
    expiresAt: new Date(Date.now() + days * 86_400_000),
  })
}

describe('the rules as evaluation loads them', () => {
  test('an empty registry gives every environment without toggles', async () => {
    const loaded = await loadRulesets(pool)
    expect(loaded.rulesets.map((one) => [one.environment, one.toggles])).toEqual([
      ['development', []],
      ['staging', []],
      ['production', []],
    ])
    expect(loaded).toMatchObject(await findPosition(pool))
  })

  test('a flip is there as all six gates, in its environment only', async () => {
    await createToggle(cast.tomas(), { key: 'appointments_list', description: '' })
    const patch = {
      percentage_of_actors: 12.345,
      percentage_of_time: 0,
      actors: ['grace@example.gov'],
      groups: ['staff'],
      expression: { Equal: [{ Property: ['plan'] }, 'pro'] },
    }
    const input = { toggle: 'appointments_list', environment: 'staging', reason: 'Try it.', patch }
    const { seqs } = await flip(cast.tomas(), input)
    const { version, rulesets } = await loadRulesets(pool)
    expect(version).toBe(seqs[0])
    const [development, staging] = rulesets
    expect(development?.toggles[0]?.state).toEqual(OFF)
    expect(staging?.toggles[0]).toEqual({
      key: 'appointments_list',
      actorType: 'user',
      archived: false,
      state: {
        boolean: false,
        actors: ['grace@example.gov'],
        groups: ['staff'],
        percentageOfActors: 12.345,
        percentageOfTime: 0,
        expression: { Equal: [{ Property: ['plan'] }, 'pro'] },
      },
    })
  })

  test('a good token is known by its hash and its environment, an expired one not', async () => {
    const token = await makeToken('production')
    await makeToken('production', -1)
    const { tokens } = await loadRulesets(pool)
    expect(tokens).toHaveLength(1)
    expect(tokens[0]).toMatchObject({
      hash: hashToken(token),
      kind: 'flags',
      environment: 'production',
    })
    expect(JSON.stringify(tokens)).not.toContain(token)
  })

  test('an expression that is not one is refused: better old rules than wrong ones', async () => {
    await createToggle(cast.tomas(), { key: 'appointments_list', description: '' })
    // Only a superuser who switches triggers off can store one.
    const owned = new URL(inject('postgres').adminUrl)
    owned.pathname = new URL(database.appUrl).pathname
    const admin = new pg.Client({ connectionString: owned.href })
    await admin.connect()
    await admin.query('SET session_replication_role = replica')
    await admin.query(`UPDATE toggle_state SET expression = '{"Blah": []}'`)
    await admin.end()
    await expect(loadRulesets(pool)).rejects.toThrow('the expression of appointments_list')
    expect((await findPosition(pool)).version).toBeGreaterThan(0)
  })

  test('rules and version are of one moment, whatever is written meanwhile', async () => {
    await createToggle(cast.tomas(), { key: 'appointments_list', description: '' })
    const start = (await findPosition(pool)).version
    let isWriting = true
    const writing = (async () => {
      for (let percent = 1; percent <= 25; percent += 1) {
        await flip(cast.tomas(), {
          toggle: 'appointments_list',
          environment: 'staging',
          patch: { percentage_of_actors: percent },
          reason: 'One more.',
        })
      }
      isWriting = false
    })()
    let seen = 0
    while (isWriting) {
      const { version, rulesets } = await loadRulesets(pool)
      const state = rulesets[1]?.toggles[0]?.state
      expect(state?.percentageOfActors ?? 0).toBe(version - start)
      seen += 1
    }
    await writing
    expect(seen).toBeGreaterThan(0)
  })
})

describe('whether the log tells of a change of the rules', () => {
  test('a flip and a token do, a refused attempt does not', async () => {
    await createToggle(cast.tomas(), { key: 'appointments_list', description: '' })
    const input = {
      toggle: 'appointments_list',
      environment: 'production',
      patch: { boolean: true },
      reason: 'All of them.',
    }
    const before = (await findPosition(pool)).version
    await expect(flip(cast.victor(), input)).rejects.toThrow()
    const refused = (await findPosition(pool)).version
    expect(refused).toBe(before + 1)
    expect(await changedSince(pool, before)).toBe(false)
    await flip(cast.tomas(), { ...input, environment: 'staging' })
    expect(await changedSince(pool, refused)).toBe(true)
    const flipped = (await findPosition(pool)).version
    expect(await changedSince(pool, flipped)).toBe(false)
    await makeToken('staging')
    expect(await changedSince(pool, flipped)).toBe(true)
  })
})
