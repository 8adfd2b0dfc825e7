import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast } from '../testing/test-database.ts'
import { createToggle } from './create-toggle.ts'
import { flip } from './flip.ts'
import { stateAt } from './state-at.ts'

describe('the state at a moment', () => {
  useCast()

  const moments: Date[] = []

  /** The moment at which the newest entry was sealed. */
  async function now(): Promise<Date> {
    const { sealedAt } = await db().auditChain.findFirstOrThrow({ orderBy: { seq: 'desc' } })
    // The database keeps microseconds: the next millisecond is the first that is surely after.
    return new Date(sealedAt.getTime() + 1)
  }

  async function then(act: () => Promise<unknown>): Promise<void> {
    await act()
    const moment = await now()
    while (Date.now() <= moment.getTime()) await new Promise((resolve) => setTimeout(resolve, 1))
    moments.push(moment)
  }

  beforeEach(async () => {
    moments.length = 0
    const where = { toggle: 'new_intake_form', environment: 'staging' }
    const flipTo = (patch: Parameters<typeof flip>[1]['patch']) =>
      flip(cast.tomas(), { ...where, patch, reason: 'A stage' })
    moments.push(await now())
    await then(() => createToggle(cast.priya(), { key: 'new_intake_form', description: '' }))
    await then(() => flipTo({ percentage_of_actors: 10, actors: ['ada@example.gov'] }))
    await then(() => flipTo({ percentage_of_actors: 25 }))
    await then(() => flipTo({ boolean: false }))
  })

  const words = async (at: Date, environment?: string) =>
    (await stateAt(cast.victor(), { at, environment })).states.map(
      (state) => `${state.toggle} ${state.environment} ${state.words}`,
    )

  test('is what the log says stood then', async () => {
    const [nothing, registered, ten, more, off] = await Promise.all(
      moments.map((at) => words(at, 'staging')),
    )
    expect(nothing).toEqual([])
    expect(registered).toEqual(['new_intake_form staging off'])
    expect(ten).toEqual(['new_intake_form staging 10 % of actors and 1 named actor'])
    expect(more).toEqual(['new_intake_form staging 25 % of actors and 1 named actor'])
    expect(off).toEqual(['new_intake_form staging off'])
  })

  test('has every environment in its order, each gate, and the entry that led there', async () => {
    const { at, seq, states } = await stateAt(cast.victor(), { at: moments[2] ?? new Date() })
    expect(at).toBe(moments[2]?.toISOString())
    expect(states.map(({ environment }) => environment)).toEqual([
      'development',
      'staging',
      'production',
    ])
    expect(states[1]).toMatchObject({
      state: 'conditional',
      boolean: false,
      actors: ['named actor 1'],
      actors_masked: true,
      groups: [],
      percentage_of_actors: 10,
      percentage_of_time: null,
      expression: null,
      version: 2,
      archived: false,
      seq,
    })
  })

  test('is the present one at any later moment', async () => {
    const at = new Date(Date.now() + 3_600_000)
    expect(await words(at, 'staging')).toEqual(['new_intake_form staging off'])
    expect(await words(new Date(0))).toEqual([])
  })

  test('is refused for an environment that there is not, and to who may not read', async () => {
    const at = new Date()
    await expect(stateAt(cast.victor(), { at, environment: 'moon' })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
    await expect(stateAt(cast.victor({ memberships: [] }), { at })).rejects.toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })
})
