import type { Row } from '../blocks.ts'
import type { PlanText } from '../plan-text.ts'
import { columnsOf, type StageColumns } from '../stage-rows.ts'
import { rowsOfTables } from '../tables.ts'

/** The columns of the table of stages in which a row stands; null for another table. */
export function stageColumns(plan: PlanText, row: Row): StageColumns | null {
  const rows = rowsOfTables(plan.blocks).find((table) => table.includes(row))
  return rows?.[0] ? columnsOf(rows[0]) : null
}
