import { expect, test } from 'vitest'
import { placeWords } from './place-words.ts'

test('an environment goes by its key until somebody gives it another name', () => {
  expect(placeWords({ environment: 'production', name: 'Production' })).toBe('production')
  expect(placeWords({ environment: 'staging', name: 'Rehearsal' })).toBe('Rehearsal')
  expect(placeWords({ environment: 'pre-live', name: 'Pre live' })).toBe('pre-live')
})
