import { describe, expect, it } from 'vitest'
import { hasPlaceholder, ownAnswer } from './placeholders.ts'

describe("the author's part of an answer", () => {
  it.each([
    '',
    '[FILL_IN]',
    'FILL_IN',
    '[FILL_IN] a list that includes KPIs',
    '[PICK_ONE]: yes | no |  N/A',
    'yes/no',
    'yes/no, lorem ipsum',
    'lorem ipsum',
    'xx lorem ipsum',
    'x',
    'x/x',
    'TBD',
    'TBD. Pending feedback',
    'TBC',
    'tk',
    '???',
    '❓',
    '___',
    '________',
    '...',
    '…',
    'mm/dd/yy',
    'mm/dd/yyyy',
    'UPDATE DATE HERE',
    '[Response]',
    '(ready / not ready)[https://example.gov]',
    'Launch / Pause / Pivot',
    '`yes/no - any notes`',
    '[TBD]',
    'to be determined',
    'etc',
    '-',
    '(minimum 2 hours)',
    '[FILL_IN]/[FILL_IN]',
  ])('is nothing in %j', (text) => {
    expect(ownAnswer(text)).toBe('')
  })

  it.each([
    ['N/A', 'N/A'],
    ['[feature toggle].', 'feature toggle'],
    ['[4]', '4'],
    ['yes/no, [No]', 'No'],
    ['[PICK_ONE]: No', 'No'],
    ['yes/no, N/A', 'N/A'],
    ['2 days (minimum 2 hours)', '2 days'],
    ['25% (x users)', '25%'],
    ['None', 'None'],
    ['Number 7', 'Number 7'],
    ['no', 'no'],
    ['Excellent', 'Excellent'],
    ['[week of 3/2] and later', '[week of 3/2] and later'],
  ])('of %j is %j', (text, own) => {
    expect(ownAnswer(text)).toBe(own)
  })

  it('is told from a place that still waits for one', () => {
    expect(hasPlaceholder('Number of users: [FILL_IN]')).toBe(true)
    expect(hasPlaceholder('Dates: TBD')).toBe(true)
    expect(hasPlaceholder('Users: x')).toBe(true)
    expect(hasPlaceholder('Number of users: [4]')).toBe(false)
    expect(hasPlaceholder('[PICK_ONE]: No')).toBe(false)
  })
})
