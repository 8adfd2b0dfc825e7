import type { Prerequisite } from '../../../domain/plan/read-prerequisites.ts'
import type { FlipFacts } from '../../../domain/rollout/checks.ts'
import { OFF } from '../../../domain/toggle/state.ts'
import type { Db } from '../../db.ts'
import { GATE_COLUMNS, type StateRow, stateOfColumns } from '../state-row.ts'

/**
 * The toggles that a plan wants in a state before this one widens, with the state they are in here:
 * an archived one lets nobody in, whatever it was left at. Held until the transaction ends, so that
 * none of them is flipped away between the check and the write. Two that want one another, or are
 * flipped together with one that wants them, may wait in a circle: PostgreSQL ends one of them, and
 * `change` runs it again.
 */
export async function prerequisiteFacts(
  tx: Db,
  { toggle, environment }: Pick<StateRow, 'toggle' | 'environment'>,
  prerequisites: readonly Prerequisite[],
): Promise<FlipFacts['prerequisites']> {
  const asked = prerequisites.filter(
    (one) => one.toggle !== toggle.key && (one.of === null || one.of === toggle.key),
  )
  if (asked.length === 0) return []
  const keys = [...new Set(asked.map((one) => one.toggle))]
  await tx.$executeRaw`
    SELECT s.id FROM toggle_state s JOIN toggle t ON t.id = s.toggle_id
     WHERE t.key = ANY (${keys}::text[]) AND s.environment_id = ${environment.id}::uuid
     ORDER BY s.id FOR SHARE OF s`
  const rows = await tx.toggleState.findMany({
    where: { environmentId: environment.id, toggle: { key: { in: keys } } },
    select: { ...GATE_COLUMNS, toggle: { select: { key: true, archived: true } } },
  })
  return asked.map(({ toggle: key, wanted }) => {
    const row = rows.find((one) => one.toggle.key === key)
    const state = row?.toggle.archived ? OFF : row && stateOfColumns(row)
    return { toggle: key, wanted, state: state ?? null }
  })
}
