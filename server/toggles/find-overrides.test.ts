import { expect, test } from 'vitest'
import { pageOf } from '../api/page-of.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findOpenOverrides } from './find-overrides.ts'
import { flipTogether } from './flip-together.ts'
import { plannedToggle } from './testing/launched-toggle.ts'

givenCast()

const KEYS = Array.from({ length: 103 }, (_, n) => `letters_${String(n).padStart(3, '0')}`)

test('however many overrides are open, all of them are shown, and the API turns page after page', async () => {
  await plannedToggle(KEYS)
  await flipTogether(cast.tomas(), {
    environment: 'production',
    reason: 'Every letter at once',
    override: { reason: 'The old letters are down everywhere' },
    flips: KEYS.map((toggle) => ({ toggle, patch: { percentage_of_actors: 1 } })),
  })
  const all = await findOpenOverrides(cast.grace())
  expect(new Set(all.map(({ toggle }) => toggle))).toEqual(new Set(KEYS))

  const first = pageOf(all, { limit: 60 })
  const second = pageOf(all, { limit: 60, cursor: first.next_cursor ?? '' })
  expect([...first.shown, ...second.shown]).toEqual(all)
  expect(second.next_cursor).toBeNull()
})
