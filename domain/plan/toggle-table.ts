import { wordsOf } from './inline-text.ts'
import { isWithin } from './outline.ts'
import { ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import { rowsOfTables } from './tables.ts'
import type { ToggleMention } from './toggle-mention.ts'
import { keysInAnswer } from './toggle-words.ts'

const headerWords = new Set(
  'feature features flipper flippers toggle toggles flag flags name names key keys id title of the va gov vets api website frontend backend front back end'.split(
    ' ',
  ),
)
const means = /^(?:flippers?|toggles?|flags?)$/
const description = /desc|purpose|detail|what|function|notes?$|usage/i

/** The toggles that tables list in a column of their own, with what the description column says. */
export function togglesInTables(plan: PlanText): ToggleMention[] {
  return rowsOfTables(plan.blocks).flatMap((rows) => {
    const header = rows[0]
    const section = header ? plan.sectionOf.get(header) : undefined
    if (!header || !section) return []
    const here = isWithin(section, 'toggles')
    const column = header.cells.findIndex((cell) => isKeyHeader(cell.text, here))
    if (column < 0) return []
    const about = header.cells.findIndex((cell) => description.test(cell.text))
    return rows.slice(1).flatMap((row) => {
      const said = about < 0 ? '' : ownAnswer(row.cells[about]?.text ?? '')
      return keysInAnswer(row.cells[column]?.raw ?? '', true).map((key) => ({
        key,
        description: said || null,
        line: row.line,
        listed: true,
      }))
    })
  })
}

/** "Toggle name", "Feature flag", "Flipper"; below a toggles heading also "Name" or "Feature". */
function isKeyHeader(text: string, here: boolean): boolean {
  const words = wordsOf(text)
  if (words.length === 0 || !words.every((word) => headerWords.has(word))) return false
  return here || words.some((word) => means.test(word))
}
