import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test('a path of ours stays, with its query', () => {
  expect(ownPath('/plans/seed?tab=roll-call')).toBe('/plans/seed?tab=roll-call')
})

test('an address loses its host, so that nobody is sent elsewhere', () => {
  expect(ownPath('http://localhost:3000/audit')).toBe('/audit')
  expect(ownPath('https://elsewhere.example/audit')).toBe('/audit')
})

test.each([
  undefined,
  '',
  '//elsewhere.example',
  'javascript:alert(1)',
  '/\\elsewhere.example',
  '/sign-in',
])('%s leads home', (wanted) => {
  expect(ownPath(wanted)).toBe('/')
})
