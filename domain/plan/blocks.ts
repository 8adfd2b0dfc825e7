import { plainText } from './inline-text.ts'
import { linesOf, type Piece, trimPiece, unwrap, withoutClosingMarks } from './pieces.ts'
import { type Cell, splitRow } from './table-row.ts'

type Base = {
  /** Markdown without markers; lines joined by a newline. */
  raw: string
  /** The words alone. */
  text: string
  line: number
  lastLine: number
  from: number
  to: number
  quote: number
  indent: number
  pieces: Piece[]
}

export type Heading = Base & { kind: 'heading'; level: number }
export type Paragraph = Base & { kind: 'paragraph' }
export type Item = Base & {
  kind: 'item'
  ordered: boolean
  checked: boolean | null
  /** Offset of the character between the brackets of the box, -1 without one. */
  box: number
}
export type Row = Base & { kind: 'row'; table: number; header: boolean; cells: Cell[] }
export type Code = Base & { kind: 'code' }
export type Rule = Base & { kind: 'rule' }
export type Block = Heading | Paragraph | Item | Row | Code | Rule

const bullet = /^([-*+•·●▪◦‣○■–])(?:[ \t\u00A0]+|$)|^([•●▪◦‣■])|^(-)(?=[A-Z[])/
const number = /^(\d{1,9}[.)])(?:[ \t\u00A0]+|$)/
const checkbox = /^\[([ xX✓✔]?)\](?:[ \t]+|$)/
const rule = /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/
/** A line that is bold from end to end stands for itself, whatever the lines around it. */
const boldLine = /^(\*\*|__)(?! )[^*]{1,100}\1:?$/
const delimiter = /^[\s|:]*-[\s|:-]*$/

/**
 * The blocks of a document in order, flat: nesting is told by `indent` (columns) and `quote`
 * (depth), so that no document is too deep. One pass over the lines; it understands what people
 * paste into plans (`•` bullets, tables without a rule below the header, `-Text`) besides CommonMark.
 * Takes visible text (see `visibleText`); offsets are of that text.
 */
export function readBlocks(visible: string): Block[] {
  return new BlockReader(visible).read()
}

class BlockReader {
  private readonly blocks: Block[] = []
  private readonly lines: Piece[]
  private open: Paragraph | Item | null = null
  private table = 0
  private inTable = false

  constructor(visible: string) {
    this.lines = linesOf(visible)
  }

  read(): Block[] {
    for (let i = 0; i < this.lines.length; i++) {
      const line = this.lines[i]
      if (line) i = this.readLine(line, i)
    }
    return this.blocks.map(finish)
  }

  private readLine(line: Piece, index: number): number {
    const { quote, indent, piece } = unwrap(line)
    const place = { line: line.line, from: line.from, to: line.to, quote, indent }
    const raw = piece.raw
    if (raw === '') {
      this.close()
      return index
    }
    const fence = /^(`{3,}|~{3,})[^`]*$/.exec(raw)?.[1]
    if (fence) return this.readFence(place, fence, index)
    const heading = /^(#{1,6})(?:[ \t\u00A0]+|$)|^(#{2,6})(?=[A-Z*])/.exec(raw)
    if (heading) {
      const marks = heading[1] ?? heading[2] ?? '#'
      const body = withoutClosingMarks(trimPiece(piece, heading[0].length))
      this.close()
      this.push({ ...block(place, [body]), kind: 'heading', level: marks.length })
      return index
    }
    const tagged = /^<h([1-6])(?:\s[^<>]{0,300})?>(.{1,300}?)<\/h\1>$/i.exec(raw)
    if (tagged?.[1] && tagged[2]) {
      const at = raw.length - tagged[2].length - `</h${tagged[1]}>`.length
      const body = trimPiece(piece, at)
      const words = { ...body, raw: tagged[2], to: body.from + tagged[2].length }
      this.close()
      this.push({ ...block(place, [words]), kind: 'heading', level: Number(tagged[1]) })
      return index
    }
    if (this.setext(piece)) return index
    if (rule.test(raw)) {
      this.close()
      this.push({ ...block(place, [piece]), kind: 'rule' })
      return index
    }
    if (this.readRow(place, piece, index)) return index
    if (this.readItem(place, piece)) return index
    const bold = boldLine.test(raw)
    if (this.open && this.open.quote === quote && !bold) this.open.pieces.push(piece)
    else {
      this.close()
      const paragraph: Paragraph = { ...block(place, [piece]), kind: 'paragraph' }
      this.push(paragraph)
      this.open = bold ? null : paragraph
    }
    return index
  }

  private close() {
    this.open = null
    this.inTable = false
  }

  private push(next: Block) {
    this.blocks.push(next)
  }

  /** A short line above `---` is a heading; prose above it is prose above a rule. */
  private setext({ raw, line }: Piece): boolean {
    const open = this.blocks.at(-1)
    if (open?.kind !== 'paragraph' || !/^(=+|-{2,})[ \t]*$/.test(raw)) return false
    const title = open.pieces[0]
    if (open.pieces.at(-1)?.line !== line - 1) return false
    if (open.pieces.length > 1 || !title || title.raw.length > 120) return raw.startsWith('=')
    this.blocks.pop()
    this.push({ ...open, kind: 'heading', level: raw.startsWith('=') ? 1 : 2 })
    this.close()
    return true
  }

  private readFence(place: Place, fence: string, index: number): number {
    this.close()
    const pieces: Piece[] = []
    let i = index + 1
    for (; i < this.lines.length; i++) {
      const line = this.lines[i]
      if (!line) break
      const raw = unwrap(line).piece.raw
      if (raw.startsWith(fence) && /^(`+|~+)[ \t]*$/.test(raw)) break
      pieces.push(line)
    }
    this.push({ ...block(place, pieces), kind: 'code' })
    return i
  }

  private readRow(place: Place, piece: Piece, index: number): boolean {
    const raw = piece.raw
    if (!raw.includes('|')) return false
    const next = this.lines[index + 1]
    const below = next ? unwrap(next).piece.raw : ''
    const headed = below.includes('|') && delimiter.test(below)
    if (!this.inTable && !headed && !raw.startsWith('|')) return false
    if (!this.inTable) this.table++
    const first = !this.inTable
    this.open = null
    this.inTable = true
    if (delimiter.test(raw)) return true
    const cells = splitRow(piece)
    if (cells.every((cell) => cell.raw === '') && cells.length < 2) return true
    this.push({ ...block(place, [piece]), kind: 'row', table: this.table, header: first, cells })
    return true
  }

  private readItem(place: Place, piece: Piece): boolean {
    const mark = bullet.exec(piece.raw) ?? number.exec(piece.raw)
    if (!mark) return false
    let body = trimPiece(piece, mark[0].length)
    const box = checkbox.exec(body.raw)
    let checked: boolean | null = null
    let at = -1
    if (box) {
      checked = (box[1] ?? '').trim() !== ''
      at = body.from + 1
      body = trimPiece(body, box[0].length)
    }
    const ordered = /^\d/.test(mark[0])
    const item: Item = { ...block(place, [body]), kind: 'item', ordered, checked, box: at }
    this.close()
    this.push(item)
    this.open = item
    return true
  }
}

type Place = Pick<Base, 'line' | 'from' | 'to' | 'quote' | 'indent'>

function block(place: Place, pieces: Piece[]): Base {
  return { ...place, lastLine: place.line, raw: '', text: '', pieces }
}

function finish(open: Block): Block {
  const last = open.pieces.at(-1)
  open.raw = open.pieces.map((piece) => piece.raw).join('\n')
  open.text = open.kind === 'code' ? open.raw : plainText(open.raw)
  if (last && last.line > open.line) {
    open.lastLine = last.line
    open.to = last.to
  }
  return open
}
