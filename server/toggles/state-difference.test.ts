import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Prisma } from '../../generated/prisma/client.ts'
import { tamper } from '../audit/testing/tamper.ts'
import { connectDatabase, db, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase, useCast } from '../testing/test-database.ts'
import { changedBetween } from './changed-between.ts'
import { createToggle } from './create-toggle.ts'
import { flip } from './flip.ts'
import { stateDifference } from './state-difference.ts'

describe('the difference between two moments', () => {
  useCast()

  /** A moment after everything so far. */
  async function momentNow(): Promise<Date> {
    const { sealedAt } = await db().auditChain.findFirstOrThrow({ orderBy: { seq: 'desc' } })
    const moment = new Date(sealedAt.getTime() + 1)
    while (Date.now() <= moment.getTime()) await new Promise((resolve) => setTimeout(resolve, 1))
    return moment
  }

  const flipTo = (toggle: string, percentage: number, environment = 'staging') =>
    flip(cast.tomas(), {
      toggle,
      environment,
      patch: { percentage_of_actors: percentage },
      reason: `To ${percentage} %`,
    })

  test('names each toggle that was flipped, before and after, with the flips between', async () => {
    await createToggle(cast.priya(), { key: 'claim_letters', description: '' })
    await createToggle(cast.priya(), { key: 'quiet_hours', description: '' })
    await createToggle(cast.priya(), { key: 'untouched', description: '' })
    await flipTo('claim_letters', 10)
    const from = await momentNow()
    await flipTo('claim_letters', 25)
    await flipTo('claim_letters', 50)
    await flipTo('quiet_hours', 5)
    await flipTo('quiet_hours', 0)
    await flip(cast.tomas(), {
      toggle: 'quiet_hours',
      environment: 'staging',
      patch: { percentage_of_actors: null },
      reason: 'Off again',
    })
    await createToggle(cast.priya(), { key: 'new_form', description: '' })
    const to = await momentNow()
    await flipTo('claim_letters', 100)

    const found = await stateDifference(cast.victor(), { from, to, environment: 'staging' })
    const told = found.changes.map(({ toggle, before, after: then, differs, flips }) => [
      toggle,
      before?.words ?? null,
      then.words,
      differs,
      flips.seqs.length,
    ])
    expect(told).toEqual([
      ['claim_letters', '10 % of actors', '50 % of actors', true, 2],
      ['new_form', null, 'off', true, 1],
      ['quiet_hours', 'off', 'off', false, 3],
    ])
    expect(found.from).toMatchObject({ at: from.toISOString() })
    expect(found.flips.map(({ sentence }) => sentence)).toContain(
      'Tomás Ibarra widened claim_letters in staging from 25 % to 50 %.',
    )
    expect(found.flips.map(({ sentence }) => sentence).join()).not.toContain('100 %')
    const everywhere = await stateDifference(cast.victor(), { from, to })
    expect(everywhere.changes.map(({ toggle }) => toggle)).toEqual([
      'claim_letters',
      'new_form',
      'new_form',
      'new_form',
      'quiet_hours',
    ])
    expect(await stateDifference(cast.victor(), { from: to, to })).toMatchObject({ changes: [] })
  })

  test('lists the newest flips of many, and says that there are more', async () => {
    const from = await momentNow()
    await createToggle(cast.priya(), { key: 'claim_letters', description: '' })
    for (let n = 1; n <= 22; n += 1) await flipTo('claim_letters', n)
    const { changes } = await stateDifference(cast.victor(), {
      from,
      to: await momentNow(),
      environment: 'staging',
    })
    expect(changes[0]?.flips).toMatchObject({ more: true })
    expect(changes[0]?.flips.seqs).toHaveLength(20)
  })

  test('is refused the wrong way round, for an unknown environment, and to who may not read', async () => {
    const [from, to] = [new Date('2026-01-02'), new Date('2026-01-01')]
    const wrong = stateDifference(cast.victor(), { from, to })
    await expect(wrong).rejects.toMatchObject({
      refusal: { code: 'invalid', errors: [{ path: 'query.from' }] },
    })
    const nowhere = stateDifference(cast.victor(), { from: to, to: from, environment: 'moon' })
    await expect(nowhere).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    const nobody = stateDifference(cast.victor({ memberships: [] }), { from: to, to: from })
    await expect(nobody).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
  })
})

describe('in 700 toggles and 200,000 flips, the difference between two moments', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await freshDatabase('cast')
    await connectDatabase(database.appUrl)
    const [team] = await db().team.findMany()
    const [production] = await db().environment.findMany({ where: { key: 'production' } })
    await tamper(
      database,
      `INSERT INTO toggle (id, key, team_id)
         SELECT md5('t' || n)::uuid, 'toggle_' || n, '${team?.id}' FROM generate_series(1, 700) n`,
      `INSERT INTO toggle_state (id, toggle_id, environment_id)
         SELECT md5('s' || n)::uuid, md5('t' || n)::uuid, '${production?.id}' FROM generate_series(1, 700) n`,
      `INSERT INTO audit.chain (seq, event_id, sealed_at, leaf, prev, hash)
         SELECT 1000000 + n, gen_random_uuid(), timestamptz '2027-01-01Z' + n * interval '1 minute', '', '', ''
           FROM generate_series(1, 200000) n`,
      `INSERT INTO audit.step (entity, entity_id, seq, version)
         SELECT 'toggle_state', md5('s' || (1 + n % 700))::uuid, 1000000 + n, 1 + n / 700
           FROM generate_series(1, 200000) n`,
      'ANALYZE',
    )
  }, 180_000)

  afterAll(async () => {
    await disconnectDatabase()
    await database.drop()
  })

  test('reads nothing of the log from end to end', async () => {
    for (const [first, last] of [
      [1_199_000, 1_200_000],
      [1_000_000, 1_200_000],
    ] as const) {
      const seen = vi.spyOn(db(), '$queryRaw')
      const rows = await changedBetween(first, last, null)
      expect(rows).toHaveLength(700)
      const query = seen.mock.calls.at(-1)?.[0]
      const values = seen.mock.calls.at(-1)?.slice(1) ?? []
      seen.mockRestore()
      if (!Array.isArray(query)) throw new Error('the difference was not asked for in SQL')
      const asked = Prisma.sql(query, ...values)
      const [answer] = await db().$queryRaw<{ 'QUERY PLAN': unknown }[]>(
        Prisma.sql`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${asked}`,
      )
      const plan = JSON.stringify(answer)
      const whole = [...plan.matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g)]
      expect(whole.map(([, table]) => table)).not.toContain('step')
      expect(plan).toContain('step_pkey')
      const taken = [...plan.matchAll(/"Actual Rows":(\d+)/g)].map(([, rows]) => Number(rows))
      expect(Math.max(...taken)).toBeLessThanOrEqual(2100)
    }
  })
})
