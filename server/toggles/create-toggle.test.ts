import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from './create-toggle.ts'

givenCast()

const wanted = { key: 'appointment_reminders', description: 'Sends a reminder' }

test('a toggle is registered off in every environment, with one entry for all its rows', async () => {
  await createToggle(cast.tomas(), wanted)
  expect(
    await db().toggleState.count({ where: { toggle: { key: wanted.key }, boolean: false } }),
  ).toBe(3)
  expect((await planEntries()).at(-1)).toMatchObject({
    type: 'toggle.registered',
    changed: ['toggle 1', 'toggle_state 1', 'toggle_state 1', 'toggle_state 1'],
  })
})

test('a key that is in use is refused, also to one of two at once', async () => {
  const both = await Promise.allSettled([
    createToggle(cast.tomas(), wanted),
    createToggle(cast.priya(), wanted),
  ])
  const lost = both.filter((one) => one.status === 'rejected')
  expect(lost).toHaveLength(1)
  expect(lost[0]?.reason).toMatchObject({ refusal: { code: 'already_exists', key: wanted.key } })
})

test('a viewer and a discipline lead may not register', async () => {
  for (const person of [cast.victor(), cast.ben()]) {
    await expect(createToggle(person, wanted)).rejects.toMatchObject({
      refusal: { code: 'forbidden', action: 'toggle.register' },
    })
  }
})

test('an unknown team is told by its field', async () => {
  await expect(createToggle(cast.tomas(), { ...wanted, team: 'nobody' })).rejects.toMatchObject({
    refusal: { code: 'invalid', errors: [{ path: 'team' }] },
  })
})
