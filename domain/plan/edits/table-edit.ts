import type { Row } from '../blocks.ts'
import type { PlanText } from '../plan-text.ts'
import type { Cell } from '../table-row.ts'
import { linesBelow, marginOf } from './source-place.ts'
import type { TextChange } from './text-change.ts'

/** Words as a cell may hold them. */
export const escapedCell = (text: string): string => text.replace(/(?<!\\)\|/g, '\\|')

/** New words for a cell, with a space on either side where it was empty. */
export function fillCell(cell: Cell, text: string): TextChange {
  const words = escapedCell(text)
  return { from: cell.from, to: cell.to, text: cell.from === cell.to ? ` ${words} ` : words }
}

/** The changes that give the columns of a row new words. */
export function fillRow(row: Row, values: ReadonlyMap<number, string>): TextChange[] {
  return [...values].flatMap(([column, text]) => {
    const cell = row.cells[column]
    return cell ? [fillCell(cell, text)] : []
  })
}

const ruleBelow = /^(?:\r\n|\r|\n)[ \t>]*\|?[ \t|:]*-[ \t|:-]*/

/** A row below the last one of a table, header first among `rows`, as wide as the header. */
export function newRow(
  plan: PlanText,
  rows: Row[],
  values: ReadonlyMap<number, string>,
): TextChange {
  const [header] = rows
  const last = rows.at(-1)
  if (!header || !last) return { from: 0, to: 0, text: '' }
  const cells = header.cells.map((_, column) => escapedCell(values.get(column) ?? ''))
  const line = `${marginOf(plan, last)}| ${cells.join(' | ')} |`
  // Below a header alone stands the table's rule, and the first row goes below that.
  const rule = rows.length === 1 ? ruleBelow.exec(plan.source.slice(last.to, last.to + 2000)) : null
  return linesBelow(plan, { ...last, to: last.to + (rule?.[0].length ?? 0) }, [line])
}
