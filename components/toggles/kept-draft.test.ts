import { expect, test } from 'vitest'
import { draftFromAddress, proposalAddress } from './kept-draft.ts'

test('an address with a proposal opens it as a draft', () => {
  const open = (percentage: number | null) => {
    const address = new URL(
      proposalAddress('intake_form', 'production', percentage),
      'http://rollcall.invalid',
    )
    return draftFromAddress(address.searchParams.get('propose'), 'production', ['ada'])
  }
  expect(open(12.5)).toEqual({ kind: 'gates', percentage: 12.5, actors: ['ada'] })
  expect(open(null)).toEqual({ kind: 'on' })
})

test('an address that asks for nothing here opens nothing', () => {
  for (const propose of [
    null,
    '',
    'staging:25',
    'production:',
    'production:101',
    'production:1.2345',
    'production:-5',
    'production:half',
  ]) {
    expect(draftFromAddress(propose, 'production', [])).toBeNull()
  }
})
