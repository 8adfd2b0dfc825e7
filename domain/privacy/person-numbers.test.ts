import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberWarning, personNumbersIn } from './person-numbers.ts'

describe('a text that seems to hold a number of a person', () => {
  test.each([
    ['123-45-6789', 'a Social Security number'],
    ['SSN 123 45 6789.', 'a Social Security number'],
    ['(123–45–6789)', 'a Social Security number'],
    ['１２３-４５-６７８９', 'a Social Security number'],
    ['her number is 123456789', 'nine digits, like a Social Security number'],
    ['file C12345678', 'a VA file number'],
    ['c-1234567, see there', 'a VA file number'],
    ['ICN 1008596379V859838', 'an Integration Control Number'],
    ['call (202) 555-0143', 'a telephone number'],
    ['+1 202-555-0143', 'a telephone number'],
    ['202.555.0143', 'a telephone number'],
  ])('%s', (text, what) => expect(personNumbersIn(text)).toEqual([what]))

  test('each kind is told once, and nothing of it is repeated', () => {
    const warning = numberWarning('123-45-6789 and 987-65-4321, or call 202-555-0143')
    expect(warning).toContain('a Social Security number and a telephone number.')
    expect(warning).not.toMatch(/\d/)
  })
})

test.each([
  'Raise to 25 % after 7 days',
  'See #123456 and PR 69863',
  'Deployed at 2027-01-31T09:00:00Z',
  'commit 0f5ca26, build 20270131.4',
  'https://example.gov/runs/1234567890123',
  'error rate 0.123456789',
  '000-00-0000 is a placeholder',
  '10.20.30.400',
  'trace 4bf92f3577b34da6a3ce929d0e0e4736',
  '',
])('does not warn of %j', (text) => expect(numberWarning(text)).toBeNull())

test('a Social Security number is found wherever it stands, in time', () => {
  const part = (digits: number, least: number) =>
    fc.integer({ min: least, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0'))
  const ssn = fc
    .tuple(
      part(3, 100).filter((area) => area !== '666'),
      part(2, 1),
      part(4, 1),
    )
    .map((parts) => parts.join('-'))
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), ssn, fc.string({ maxLength: 300 }), (a, n, b) => {
      expect(personNumbersIn(`${a} ${n} ${b}`)).toContain('a Social Security number')
    }),
  )
})
