import { describe, expect, it } from 'vitest'
import { readBlocks } from './blocks.ts'

const shapes = (text: string) => readBlocks(text).map((block) => [block.kind, block.text])

describe('the blocks of a document', () => {
  it('are headings of both kinds, whatever stands around their words', () => {
    expect(shapes(' ## **Post Launch** ##\nTitle\n===\nNext\n---\n##Glued')).toEqual([
      ['heading', 'Post Launch'],
      ['heading', 'Title'],
      ['heading', 'Next'],
      ['heading', 'Glued'],
    ])
  })

  it('are items with box and nesting, also as pasted from a word processor', () => {
    const blocks = readBlocks('•\t First\n- [x] Second\n  - [ ] Third\n10. Fourth\n-Fifth')
    expect(
      blocks.map((b) => (b.kind === 'item' ? [b.text, b.indent, b.ordered, b.checked] : b)),
    ).toEqual([
      ['First', 0, false, null],
      ['Second', 0, false, true],
      ['Third', 2, false, false],
      ['Fourth', 0, true, null],
      ['Fifth', 0, false, null],
    ])
  })

  it('are table rows, also without outer bars, with too many cells, or in a quote', () => {
    const text = 'Words\n| a | b |\n|-|-|\n| c | d | e |\n| f\n\n> x | y\n> -|-\n> z\\|z | `w`'
    const rows = readBlocks(text).flatMap((b) =>
      b.kind === 'row' ? [b.cells.map((cell) => cell.text)] : [],
    )
    expect(rows).toEqual([['a', 'b'], ['c', 'd', 'e'], ['f'], ['x', 'y'], ['z|z', 'w']])
  })

  it('are paragraphs with each line at its place, and code left as it is', () => {
    const text = 'one\r\n  two\r\n\r\n```\r\n# no heading\r\n```\r\nthree'
    const blocks = readBlocks(text)
    expect(shapes(text)).toEqual([
      ['paragraph', 'one two'],
      ['code', '# no heading'],
      ['paragraph', 'three'],
    ])
    expect(
      blocks[0]?.pieces.map((piece) => [piece.line, text.slice(piece.from, piece.to)]),
    ).toEqual([
      [1, 'one'],
      [2, 'two'],
    ])
    expect(blocks.map(({ line, lastLine }) => [line, lastLine])).toEqual([
      [1, 2],
      [4, 5],
      [7, 7],
    ])
  })

  it('have offsets that hold their words', () => {
    const text = '> - [ ] **Tick** me\n\n|  a cell  |\n'
    const [item, row] = readBlocks(text)
    expect(item?.pieces.map((piece) => text.slice(piece.from, piece.to))).toEqual(['**Tick** me'])
    expect(item?.kind === 'item' ? text[item.box] : '').toBe(' ')
    expect(
      row?.kind === 'row' ? row.cells.map(({ from, to }) => text.slice(from, to)) : [],
    ).toEqual(['a cell'])
  })
})
