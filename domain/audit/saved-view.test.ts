import { describe, expect, test } from 'vitest'
import { savedViewInput } from './saved-view.ts'

const production = { environment: 'production', last: 'hour' } as const

describe('a view of the log to keep', () => {
  test('is a name and filters as the address has them', () => {
    const view = { name: ' Production ', filter: production }
    expect(savedViewInput.parse(view)).toEqual({ name: 'Production', filter: production })
  })

  test.each([
    [{ name: ' ', filter: production }, 'name'],
    [{ name: 'x'.repeat(81), filter: production }, 'name'],
    [{ name: 'Empty', filter: {} }, 'filter'],
    [{ name: 'Odd', filter: { colour: 'red' } }, 'filter'],
    [{ name: 'Odd', filter: { outcome: 'maybe' } }, 'filter.outcome'],
    [{ name: 'Odd', filter: { from: 'yesterday' } }, 'filter.from'],
    [{ name: 'Odd', filter: { last: 'year' } }, 'filter.last'],
  ])('is refused as %j', (input, path) => {
    const { error } = savedViewInput.safeParse(input)
    expect(error?.issues[0]?.path.join('.')).toMatch(new RegExp(`^${path}`))
  })
})
