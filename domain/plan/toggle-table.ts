import type { Row } from './blocks.ts'
import { wordsOf } from './inline-text.ts'
import { hasWord } from './keywords.ts'
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

/** A table with a column of toggle keys; `about` is the column that describes them, -1 without. */
type ToggleTable = { header: Row; rows: Row[]; name: number; about: number }

/** The tables of a plan that list toggles. */
export function toggleTables(plan: PlanText): ToggleTable[] {
  return rowsOfTables(plan.blocks).flatMap(([header, ...rows]) => {
    const section = header ? plan.sectionOf.get(header) : undefined
    if (!header || !section) return []
    const here = isWithin(section, 'toggles')
    const name = header.cells.findIndex((cell) => isKeyHeader(cell.text, here))
    const about = header.cells.findIndex((cell) => description.test(cell.text))
    return name < 0 ? [] : [{ header, rows, name, about }]
  })
}

/** The toggles that tables list in a column of their own, with what the description column says. */
export function togglesInTables(plan: PlanText): ToggleMention[] {
  return toggleTables(plan).flatMap(({ rows, name, about }) =>
    rows.flatMap((row) => {
      const said = about < 0 ? '' : ownAnswer(row.cells[about]?.text ?? '')
      return keysInAnswer(row.cells[name]?.raw ?? '', true).map((key) => ({
        key,
        description: said || null,
        line: row.line,
        listed: true,
      }))
    }),
  )
}

/** "Toggle name", "Feature flag", "Flipper"; below a toggles heading also "Name" or "Feature". */
function isKeyHeader(text: string, here: boolean): boolean {
  const words = wordsOf(text)
  if (words.length === 0 || !words.every(isHeaderWord)) return false
  return (
    here ||
    words.some((word) => means.test(word) || hasWord([word], 'toggle', 'toggles', 'flipper'))
  )
}

const isHeaderWord = (word: string) =>
  headerWords.has(word) || hasWord([word], 'toggle', 'toggles', 'feature', 'flipper')
