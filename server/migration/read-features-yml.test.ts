import { expect, test } from 'vitest'
import { readFeaturesYml } from './read-features-yml.ts'

test('a features.yml gives key, description and actor type, and leaves other members alone', () => {
  const read = readFeaturesYml(
    'features:\n  reminders:\n    actor_type: cookie_id\n    description: >-\n      Sends a\n      reminder\n    enable_in_development: true\n  banner:\n',
  )
  expect(read).toEqual({
    toggles: [
      { key: 'reminders', description: 'Sends a reminder', actorType: 'cookie_id' },
      { key: 'banner', description: '', actorType: 'user' },
    ],
  })
})

test.each([
  ['not YAML', 'features: [', 'content'],
  ['no features', 'toggles: {}', 'content.features'],
  [
    'an actor type that is none',
    'features:\n  a:\n    actor_type: robot\n',
    'content.features.a.actor_type',
  ],
  ['an alias that would blow up', 'a: &a [x]\nfeatures: *a\n', 'content'],
])('%s is told by its path', (_, text, path) => {
  const read = readFeaturesYml(text)
  expect('errors' in read && read.errors[0]?.path).toContain(path)
})
