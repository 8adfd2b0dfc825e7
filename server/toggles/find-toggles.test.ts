import { expect, test } from 'vitest'
import type { StatePatch } from '../../domain/toggle/state.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from './create-toggle.ts'
import { findToggles } from './find-toggles.ts'
import { flip } from './flip.ts'

givenCast()

const GATES: readonly [string, StatePatch][] = [
  ['a_boolean', { boolean: true }],
  ['b_actors', { actors: ['veteran-1'] }],
  ['c_groups', { groups: ['testers'] }],
  ['d_share', { percentage_of_actors: 100 }],
  ['e_share_of_none', { percentage_of_actors: 0 }],
  ['f_time', { percentage_of_time: 40 }],
  ['g_all_the_time', { percentage_of_time: 100 }],
  ['h_no_time', { percentage_of_time: 0, percentage_of_actors: 0 }],
  ['i_expression', { expression: { Property: ['beta'] } }],
  ['j_boolean_and_time', { boolean: true, percentage_of_time: 0 }],
]

test('the registry is narrowed by a state in any environment, page by page', async () => {
  for (const [key, patch] of GATES) {
    await createToggle(cast.tomas(), { key, description: 'Of one gate' })
    for (const environment of ['development', 'staging']) {
      await flip(cast.tomas(), { toggle: key, environment, patch, reason: 'To look for' })
    }
  }
  const everything = await findToggles(cast.victor(), {})
  expect(everything.toggles.map(({ key }) => key)).toEqual(GATES.map(([key]) => key))
  for (const state of ['on', 'conditional', 'off'] as const) {
    const wanted = everything.toggles
      .filter(({ environments }) => environments.some((one) => one.state === state))
      .map(({ key }) => key)
    expect(wanted.length).toBeGreaterThan(2)
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await findToggles(cast.victor(), { state, limit: 2, cursor })
      expect(page.toggles.length).toBeLessThanOrEqual(2)
      found.push(...page.toggles.map(({ key }) => key))
      cursor = page.next_cursor ?? undefined
    } while (cursor !== undefined)
    expect(found, state).toEqual(wanted)
  }
  expect(await findToggles(cast.victor(), { stale: true, limit: 2 })).toEqual({
    toggles: [],
    next_cursor: null,
  })
})
