import { describeState } from '../../domain/toggle/describe-state.ts'
import { applyPatch } from '../../domain/toggle/state.ts'
import type { StateRow } from '../toggles/state-row.ts'
import type { ScheduleRow } from './schedule-row.ts'

/** The flips of a schedule in words: from where they were to start, to where they would lead now. */
export function flipsAhead(
  { steps }: Pick<ScheduleRow, 'steps'>,
  rows: readonly StateRow[],
): { toggle: string; from: string; to: string }[] {
  return steps.flatMap(({ toggle, patch, meets }) => {
    const row = rows.find((one) => one.toggle.key === toggle)
    if (!row) return []
    return [{ toggle, from: meets, to: describeState(applyPatch(row.state, patch)) }]
  })
}
