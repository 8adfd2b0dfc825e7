import { expect, test } from 'vitest'
import { OFF } from '../toggle/state.ts'
import { importSteps } from './import-steps.ts'
import { readFlipperExport } from './read-flipper-export.ts'

const gates = {
  boolean: null,
  groups: [],
  actors: [],
  expression: null,
  percentage_of_actors: null,
  percentage_of_time: null,
}

function exported(features: Record<string, unknown>): string {
  return JSON.stringify({ version: 1, features })
}

test('an export gives each feature its gates, percentages as numbers', () => {
  const read = readFlipperExport(
    exported({
      reminders: { ...gates, percentage_of_actors: '12.345', actors: ['b', 'a'] },
      banner: { ...gates, boolean: 'true' },
    }),
  )
  expect(read).toEqual({
    toggles: [
      { key: 'reminders', state: { ...OFF, percentageOfActors: 12.345, actors: ['a', 'b'] } },
      { key: 'banner', state: { ...OFF, boolean: true } },
    ],
  })
})

test.each([
  ['not JSON', '{', 'content'],
  ['another version', JSON.stringify({ version: 2, features: {} }), 'content.version'],
  [
    'a percentage over 100',
    exported({ a: { ...gates, percentage_of_actors: '101' } }),
    'content.features.a.percentage_of_actors',
  ],
  [
    'a gate that is not known',
    exported({ a: { ...gates, colour: 'red' } }),
    'content.features.a.colour',
  ],
  ['a key with a space', exported({ 'a b': gates }), 'content.features.a b'],
  [
    'an expression that Flipper has not',
    exported({ a: { ...gates, expression: { No: [] } } }),
    'content.features.a.expression',
  ],
])('%s is told by its path', (_, text, path) => {
  const read = readFlipperExport(text)
  const paths = 'errors' in read ? read.errors.map((error) => error.path) : []
  expect(
    paths.some((one) => one.startsWith(path)),
    String(paths),
  ).toBe(true)
})

test('an import creates what is new, changes what differs and leaves the rest', () => {
  const known = new Map(
    [
      { key: 'same', state: OFF },
      { key: 'wider', state: OFF },
      { key: 'gone', state: OFF, archived: true },
      { key: 'not_in_the_file', state: OFF },
    ].map((toggle) => [
      toggle.key,
      { description: 'x', actorType: 'user', archived: false, ...toggle },
    ]),
  )
  const steps = importSteps(
    [
      { key: 'new', state: { ...OFF, percentageOfActors: 25 } },
      { key: 'same', state: OFF },
      { key: 'wider', description: 'y', state: { ...OFF, boolean: true } },
      { key: 'gone', state: OFF },
    ],
    known,
  )
  expect(steps.map(({ key, does, changes }) => [key, does, ...changes])).toEqual([
    ['new', 'create', 'off → 25 % of actors'],
    ['same', 'leave'],
    ['wider', 'change', 'description', 'off → on'],
    ['gone', 'retired'],
  ])
})
