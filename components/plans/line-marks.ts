import type { Reading } from '../../domain/plan/reading.ts'
import { understoodLines } from '../../domain/plan/understood-lines.ts'

/** What a line of a document is to the reading; a finding is told before the rest. */
export type LineMark = 'finding' | 'unanswered' | 'understood'

/** The marked lines of a document, 1-based. */
export function lineMarks(reading: Reading): ReadonlyMap<number, LineMark> {
  const { one_week: week, one_month: month } = reading.check_in_lines
  const marks = new Map<number, LineMark>()
  for (const line of [...understoodLines(reading), week, month]) {
    if (line !== null) marks.set(line, 'understood')
  }
  for (const { line } of reading.unanswered_items) marks.set(line, 'unanswered')
  for (const { line } of reading.findings) marks.set(line, 'finding')
  return marks
}
