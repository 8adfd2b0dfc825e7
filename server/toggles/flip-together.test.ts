import { describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flipTogether } from './flip-together.ts'
import { findStateRow } from './state-row.ts'
import { launchedToggle, plannedToggle } from './testing/launched-toggle.ts'

givenCast()

const NEW = 'claim_status_letters'
const OLD = 'claim_status_letters_old'
const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })

const stateIn = async (toggle: string, environment: string) =>
  (await findStateRow(db(), toggle, environment, { lock: false })).state

/** One goes on while the other goes off. */
const swap = (environment: string) => ({
  environment,
  reason: 'The new letters replace the old',
  flips: [
    { toggle: OLD, patch: { boolean: false } },
    { toggle: NEW, patch: { percentage_of_actors: 10 } },
  ],
})

describe('flips made together', () => {
  test('happen in the plan’s order, in one step, each with its entry', async () => {
    const { slug } = await launchedToggle([NEW, OLD])
    await flipTogether(cast.tomas(), {
      ...swap('production'),
      flips: [{ toggle: OLD, patch: { percentage_of_actors: 10 } }],
    })
    const { result, seqs } = await flipTogether(cast.tomas(), { ...swap('production'), plan: slug })
    expect(result.flips.map(({ toggle, version }) => [toggle, version])).toEqual([
      [NEW, 2],
      [OLD, 3],
    ])
    expect(seqs).toHaveLength(2)
    const told = (await planEntries()).slice(-2)
    expect(told.map(({ type }) => type)).toEqual(['toggle.widened', 'toggle.narrowed'])
    expect((await stateIn(NEW, 'production')).percentageOfActors).toBe(10)
    expect((await stateIn(OLD, 'production')).percentageOfActors).toBeNull()
  })

  test('are all held by one that may not go, and nothing is written', async () => {
    await plannedToggle([NEW, OLD])
    await flipTogether(cast.tomas(), {
      environment: 'staging',
      reason: 'First',
      flips: [{ toggle: OLD, patch: { boolean: true } }],
    })
    const before = (await planEntries()).length
    await expect(flipTogether(cast.tomas(), swap('production'))).rejects.toMatchObject(
      refusedWith({ code: 'checks_not_passed' }),
    )
    expect((await stateIn(OLD, 'production')).boolean).toBe(false)
    expect((await planEntries()).slice(before)).toMatchObject([{ type: 'attempt.refused' }])
  })

  test('are refused for a toggle named twice, unknown, or not of the plan', async () => {
    const { slug } = await plannedToggle([NEW])
    const one = { toggle: NEW, patch: { percentage_of_actors: 1 } }
    const at = { environment: 'staging', reason: 'Twice' }
    await expect(flipTogether(cast.tomas(), { ...at, flips: [one, one] })).rejects.toMatchObject(
      refusedWith({ code: 'invalid' }),
    )
    await expect(
      flipTogether(cast.tomas(), { ...at, flips: [{ ...one, toggle: 'nobody_knows' }] }),
    ).rejects.toMatchObject(refusedWith({ code: 'not_found', what: 'toggle' }))
    await expect(
      flipTogether(cast.tomas(), { ...at, plan: slug, flips: [{ ...one, toggle: OLD }] }),
    ).rejects.toMatchObject(refusedWith({ code: 'invalid' }))
  })

  test('lose as a whole to a flip that came meanwhile', async () => {
    await plannedToggle([NEW, OLD])
    const flips = swap('staging').flips.map((flip) => ({ ...flip, expectedVersion: 1 }))
    const both = {
      ...swap('staging'),
      flips: flips.map((flip) => ({ ...flip, patch: { percentage_of_actors: 5 } })),
    }
    const race = await Promise.allSettled([
      flipTogether(cast.tomas(), both),
      flipTogether(cast.ben(), both),
    ])
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('never wait for one another in a circle, however they are ordered', async () => {
    const keys = ['toggle_a', 'toggle_b', 'toggle_c', 'toggle_d']
    await plannedToggle(keys)
    const rounds = Array.from({ length: 40 }, (_, round) => {
      const order = round % 2 === 0 ? keys : keys.toReversed()
      return flipTogether(cast.tomas(), {
        environment: 'staging',
        reason: `Round ${round}`,
        flips: order.map((toggle) => ({ toggle, patch: { percentage_of_actors: round + 1 } })),
      })
    })
    const done = await Promise.all(rounds)
    expect(done).toHaveLength(40)
    const states = await Promise.all(keys.map((key) => stateIn(key, 'staging')))
    expect(new Set(states.map(({ percentageOfActors }) => percentageOfActors)).size).toBe(1)
    const [stats] = await db().$queryRaw<{ deadlocks: bigint }[]>`
      SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`
    expect(Number(stats?.deadlocks)).toBe(0)
  })
})
