import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { findToggle } from '../toggles/find-toggle.ts'
import { importToggles, previewImport } from './import-toggles.ts'

givenCast()

const gates = {
  boolean: null,
  groups: [],
  actors: [],
  expression: null,
  percentage_of_actors: null,
  percentage_of_time: null,
}
const flipper = (features: Record<string, unknown>, environment = 'staging') => ({
  format: 'flipper_export' as const,
  content: JSON.stringify({ version: 1, features }),
  environment,
  reason: 'Moving from Flipper',
})

test('an export is shown first, then registers and flips in one transaction, all of it on record', async () => {
  await createToggle(cast.tomas(), { key: 'kept', description: 'Stays' })
  const file = flipper({ reminders: { ...gates, percentage_of_actors: '25' }, kept: gates })
  const before = await planEntries()
  const preview = await previewImport(cast.tomas(), file)
  expect(preview.steps.map(({ key, does }) => [key, does])).toEqual([
    ['reminders', 'create'],
    ['kept', 'leave'],
  ])
  expect(await planEntries()).toHaveLength(before.length)

  const { result } = await importToggles(cast.tomas(), file)
  expect(result).toEqual(preview)
  const { environments } = await findToggle(cast.victor(), 'reminders')
  expect(environments.map(({ environment, words }) => [environment, words])).toEqual([
    ['development', 'off'],
    ['staging', '25 % of actors'],
    ['production', 'off'],
  ])
  expect((await planEntries()).slice(before.length).map(({ type }) => type)).toEqual([
    'toggle.registered',
    'toggle.widened',
  ])
  const again = await importToggles(cast.tomas(), file)
  expect(again.seqs).toEqual([])
})

test('what would widen production meets the checks, and then nothing at all is kept', async () => {
  const file = flipper({ reminders: { ...gates, boolean: 'true' }, other: gates }, 'production')
  await expect(importToggles(cast.tomas(), file)).rejects.toMatchObject({
    refusal: { code: 'checks_not_passed' },
  })
  expect(await db().toggle.count()).toBe(0)
})

test('a features.yml brings descriptions and actor types', async () => {
  await createToggle(cast.tomas(), { key: 'reminders', description: '' })
  const content =
    'features:\n  reminders:\n    actor_type: cookie_id\n    description: Sends reminders\n'
  const file = { ...flipper({}), format: 'features_yml' as const, content }
  await importToggles(cast.tomas(), file)
  expect(await findToggle(cast.victor(), 'reminders')).toMatchObject({
    actor_type: 'cookie_id',
    description: 'Sends reminders',
  })
  expect((await planEntries()).at(-1)).toMatchObject({
    type: 'toggle.described',
    changed: ['toggle 2'],
  })
})

test('a viewer may not, and a file that is not understood changes nothing', async () => {
  await expect(importToggles(cast.victor(), flipper({ a: gates }))).rejects.toMatchObject({
    refusal: { code: 'forbidden' },
  })
  await expect(importToggles(cast.tomas(), { ...flipper({}), content: '{' })).rejects.toMatchObject(
    {
      refusal: { code: 'invalid' },
    },
  )
})
