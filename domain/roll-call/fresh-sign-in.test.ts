import { expect, test } from 'vitest'
import { freshlySignedIn, tokenMaySign } from './fresh-sign-in.ts'
import { grace } from './testing/people.ts'

const now = new Date('2026-11-02T15:00:00.000Z')
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000)

test.each([
  ['just now', ago(0), true],
  ['15 minutes ago', ago(900), true],
  ['15 minutes and a second ago', ago(901), false],
  ['half a minute ahead, by another clock', ago(-30), true],
  ['an hour ahead', ago(-3600), false],
  ['at an unknown time', null, false],
])('a session signed in %s', (_, authenticatedAt, fresh) => {
  expect(freshlySignedIn({ ...grace, authenticatedAt }, now)).toBe(fresh)
})

test('a token is not asked: one that may sign is short-lived', () => {
  expect(freshlySignedIn({ ...grace, authenticatedAt: null, tokenId: 'token' }, now)).toBe(true)
})

test.each([
  ['a session', { tokenId: null }, true],
  ['a token of all that the person may', { tokenId: 'token' }, true],
  ['the same, said so', { tokenId: 'token', tokenScopes: [] }, true],
  ['a token for signing', { tokenId: 'token', tokenScopes: ['read', 'sign'] }, true],
  ['a token for reading', { tokenId: 'token', tokenScopes: ['read'] }, false],
])('%s may sign: %s', (_, acting, may) => {
  expect(tokenMaySign({ ...grace, ...acting })).toBe(may)
})
