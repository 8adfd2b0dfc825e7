import { describe, expect, it } from 'vitest'
import { entryQuerySchema, momentSpan } from './entry-query.ts'

function span(text: string): readonly [string, string] | null {
  const found = momentSpan(text)
  return found && [new Date(found.first).toISOString(), new Date(found.last).toISOString()]
}

describe('a moment in an address', () => {
  it.each([
    ['2026-11-22', '2026-11-22T00:00:00.000Z', '2026-11-22T23:59:59.999Z'],
    ['2026-11-22T14:05', '2026-11-22T14:05:00.000Z', '2026-11-22T14:05:59.999Z'],
    ['2026-11-22T14:05:30', '2026-11-22T14:05:30.000Z', '2026-11-22T14:05:30.000Z'],
    ['2026-11-22T14:05:30.250Z', '2026-11-22T14:05:30.250Z', '2026-11-22T14:05:30.250Z'],
    ['2026-11-22T14:05:30.123456Z', '2026-11-22T14:05:30.123Z', '2026-11-22T14:05:30.123Z'],
    ['2026-11-22T14:05:30+02:00', '2026-11-22T12:05:30.000Z', '2026-11-22T12:05:30.000Z'],
  ])('%s is from %s to %s', (text, first, last) => {
    expect(span(text)).toEqual([first, last])
  })

  it.each([
    '',
    'yesterday',
    '2026',
    '2026-13-01',
    '2026-11-22 14:05',
    '22.11.2026',
    '1',
    'Z',
    '2026-11-22T25:00',
    '0000-01-01',
    '1969-12-31T23:59:59Z',
    '2026-11-22T00:00:00+99:99',
  ])('%j is none', (text) => {
    expect(span(text)).toBeNull()
  })
})

describe('the query of the log', () => {
  it('takes every filter, and a page', () => {
    const query = entryQuerySchema.parse({
      toggle: 'new_form',
      outcome: 'denied',
      from: '2026-11-22',
      to: '2026-11-22',
      cursor: '120',
      limit: '20',
    })
    expect(query).toEqual({
      toggle: 'new_form',
      outcome: 'denied',
      from: new Date('2026-11-22T00:00:00.000Z'),
      to: new Date('2026-11-22T23:59:59.999Z'),
      cursor: 120,
      limit: 20,
    })
  })

  it.each([
    [{ outcome: 'maybe' }, 'outcome'],
    [{ from: 'yesterday' }, 'from'],
    [{ limit: '0' }, 'limit'],
    [{ limit: '201' }, 'limit'],
    [{ limit: '1.5' }, 'limit'],
    [{ cursor: 'x' }, 'cursor'],
    [{ cursor: '-1' }, 'cursor'],
    [{ cursor: '1e99' }, 'cursor'],
    [{ request: 'x' }, 'request'],
    [{ toggle: '' }, 'toggle'],
    [{ q: 'x'.repeat(501) }, 'q'],
  ])('says what is wrong with %j', (query, path) => {
    const { error } = entryQuerySchema.safeParse(query)
    expect(error?.issues.map((issue) => issue.path[0])).toEqual([path])
    expect(error?.issues[0]?.message).toMatch(/^is /)
  })

  it('refuses what it does not know', () => {
    expect(entryQuerySchema.safeParse({ toggles: 'x' }).success).toBe(false)
  })
})
