import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRecord } from './csv.ts'

describe('a record of a CSV file', () => {
  it('has every cell in quotes, quotes doubled, and ends its line', () => {
    expect(csvRecord(['Tomás "Tom" Ibarra', 10, null, 'a, b\nc'])).toBe(
      '"Tomás ""Tom"" Ibarra","10","","a, b\nc"\r\n',
    )
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n',
    '  =cmd|calc',
    '\u00a0=1',
    '\ufeff=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
    '=HYPERLINK("https://evil.example",\'x\')',
  ])('shows %j and does not let a spreadsheet run it', (text) => {
    expect(csvRecord([text])).toMatch(/^"'/)
  })

  it.each(['10 % of actors', 'a=b', 'new_form', '(1)', '2026-11-22'])(
    'leaves %j as it is',
    (text) => {
      expect(csvRecord([text])).toBe(`"${text}"\r\n`)
    },
  )

  it('keeps every number a number', () => {
    expect(csvRecord([-5])).toBe('"-5"\r\n')
  })

  it('can be read back, whatever is in it', () => {
    const unit = fc.constantFrom('"', ',', '\n', '\r', '=', "'", 'a', 'é', '😀', ' ')
    const text = fc.string({ unit, maxLength: 20 })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
        const record = csvRecord(cells)
        expect(record.endsWith('"\r\n')).toBe(true)
        const read = cellsOf(record.slice(0, -2))
        expect(read.map((one, n) => (one === `'${cells[n]}` ? cells[n] : one))).toEqual(cells)
      }),
    )
  })
})

/** Reads a record as RFC 4180 has it: a doubled quote is one, a comma outside quotes ends a cell. */
function cellsOf(record: string): string[] {
  const cells: string[] = []
  for (let at = 0; at < record.length; at += 1) {
    let cell = ''
    for (at += 1; record[at] !== '"' || record[at + 1] === '"'; at += 1) {
      cell += record[at]
      if (record[at] === '"') at += 1
    }
    cells.push(cell)
    at += 1
  }
  return cells
}
