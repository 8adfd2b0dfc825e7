import { describe, expect, it } from 'vitest'
import { createRuleBook } from './rule-book.ts'
import { loaded, NOON, toggle } from './testing/test-server.ts'

const off = [toggle('on')]
const on = [toggle('on', { boolean: true })]

function isOn(book: ReturnType<typeof createRuleBook>): boolean | undefined {
  return book.rules('production')?.toggles.get('on')?.state.boolean
}

describe('the rule book', () => {
  it('knows nothing before rules came', () => {
    const book = createRuleBook()
    expect([book.version(), book.ageAt(NOON), book.rules('production'), book.held()]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('refuses older rules of the same log and keeps what it holds', async () => {
    const book = createRuleBook()
    expect(book.accept(loaded(on, 7), NOON)).toBe('changed')
    expect(book.accept(loaded(off, 6), NOON)).toBe('older')
    expect(await book.acceptInSlices(loaded(off, 6), NOON)).toBe('older')
    expect([book.version(), isOn(book)]).toEqual([7, true])
  })

  it('takes rules of another log, whatever their number', () => {
    const book = createRuleBook()
    book.accept(loaded(on, 7), NOON)
    expect(book.accept({ ...loaded(off, 1), epoch: 'second' }, NOON)).toBe('changed')
    expect([book.version(), isOn(book)]).toEqual([1, false])
  })

  it('tells which environments changed, and nothing changed when only the log went on', async () => {
    const book = createRuleBook()
    book.accept(loaded(off, 1), NOON)
    const told: (readonly string[])[] = []
    book.onChange((environments) => told.push(environments))
    expect(await book.acceptInSlices(loaded(on, 2), NOON)).toBe('changed')
    expect(book.accept(loaded(on, 3), NOON)).toBe('unchanged')
    expect(told).toEqual([['production'], []])
  })

  it('grows old until it is known to be current again', () => {
    const book = createRuleBook()
    book.accept(loaded(on, 1), NOON)
    expect(book.ageAt(NOON + 5000)).toBe(5)
    book.confirm(4, NOON + 5000)
    expect([book.version(), book.ageAt(NOON + 5000), isOn(book)]).toEqual([4, 0, true])
    expect(book.ageAt(NOON)).toBe(0)
  })
})
