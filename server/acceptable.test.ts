import { expect, test } from 'vitest'
import { isAcceptable } from './acceptable.ts'

test.each([
  [null, true],
  ['', true],
  ['*/*', true],
  ['application/json', true],
  ['text/html, application/xhtml+xml, */*;q=0.8', true],
  ['application/*', true],
  ['Application/JSON; charset=utf-8', true],
  ['text/html', false],
  ['application/json;q=0', false],
  ['*/*, application/json;q=0', false],
  ['image/png, text/*', false],
])('Accept: %s takes JSON: %s', (accept, taken) => {
  expect(isAcceptable(accept, ['application/json'])).toBe(taken)
})
