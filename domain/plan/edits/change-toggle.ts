import { keyWords } from '../flag-key.ts'
import type { PlanText } from '../plan-text.ts'
import { toggleTables } from '../toggle-table.ts'
import { fillCell } from './table-edit.ts'
import type { TextChange } from './text-change.ts'

export type ToggleChange = {
  key: string
  to?: string | undefined
  description?: string | undefined
}

/**
 * The ways to give a toggle another key wherever the plan says the old one, and another description
 * in the table that has a column for it; a description elsewhere is prose, and left to people.
 */
export function changeToggle(
  plan: PlanText,
  { key, to, description }: ToggleChange,
): TextChange[][] {
  const renamed = to === undefined ? [] : occurrences(plan, key, to)
  if (to !== undefined && renamed.length === 0) return []
  if (description === undefined) return [renamed]
  const same = keyWords(key)
  const cells = toggleTables(plan).flatMap(({ rows, name, about }) =>
    rows
      .filter((row) => keyWords(row.cells[name]?.text ?? '') === same)
      .flatMap((row) => row.cells[about] ?? []),
  )
  return cells.map((cell) => [
    ...renamed.filter(({ from }) => from < cell.from || from >= cell.to),
    fillCell(cell, description),
  ])
}

/** Every place outside of comments that says the key as a word of its own. */
function occurrences(plan: PlanText, key: string, to: string): TextChange[] {
  const word = new RegExp(`(?<![\\w-])${key.replace(/[^\w]/g, '\\$&')}(?![\\w-])`, 'g')
  return [...plan.visible.matchAll(word)].map(({ index }) => ({
    from: index,
    to: index + key.length,
    text: to,
  }))
}
