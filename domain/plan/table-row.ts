import { plainText } from './inline-text.ts'
import type { Piece } from './pieces.ts'

/** One cell of a table line: as it is written, as it reads, and where it stands in the text. */
export type Cell = { raw: string; text: string; from: number; to: number }

/** No real table is wider; a line of a million bars must not become a million cells. */
const widest = 200

/** The cells of one table line, split on bars that are not escaped; outer bars are optional. */
export function splitRow(line: Piece): Cell[] {
  const cells: Cell[] = []
  let from = line.raw.startsWith('|') ? 1 : 0
  for (let at = from; at <= line.raw.length && cells.length < widest; at++) {
    const ends = at === line.raw.length
    if (!ends && (line.raw[at] !== '|' || line.raw[at - 1] === '\\')) continue
    if (ends && from === at) break
    cells.push(cellOf(line, from, at))
    from = at + 1
  }
  return cells
}

function cellOf(line: Piece, from: number, to: number): Cell {
  const whole = line.raw.slice(from, to)
  const raw = whole.trim()
  const start = line.from + from + (whole.length - whole.trimStart().length)
  return { raw, text: plainText(raw), from: start, to: start + raw.length }
}
