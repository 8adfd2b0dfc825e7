import { expect, test } from 'vitest'
import { narrows, readToggleQuery, toggleListAddress } from './toggle-query.ts'

test('an address is read as it was written', () => {
  const query = { q: 'intake form', state: 'on', plan: 'intake-1', archived: true } as const
  const address = new URL(toggleListAddress(query), 'http://rollcall.invalid')
  expect(readToggleQuery(Object.fromEntries(address.searchParams))).toEqual(query)
})

test('empty fields and words that mean nothing narrow nothing', () => {
  const query = readToggleQuery({ q: ' ', state: 'sideways', team: ['one', 'two'], plan: '' })
  expect(query).toEqual({})
  expect(toggleListAddress(query)).toBe('/toggles')
  expect(narrows({ cursor: 'a' })).toBe(false)
  expect(narrows({ q: 'a' })).toBe(true)
})
