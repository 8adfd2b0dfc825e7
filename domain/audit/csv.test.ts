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
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const read = [...csvRecord(cells).matchAll(/"((?:[^"]|"")*)"(?:,|\r\n$)/g)].map(
          ([, text = '']) => text.replaceAll('""', '"'),
        )
        expect(read.map((text, n) => (text === `'${cells[n]}` ? cells[n] : text))).toEqual(cells)
      }),
    )
  })
})
