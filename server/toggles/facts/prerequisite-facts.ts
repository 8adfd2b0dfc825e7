import type { Prerequisite } from '../../../domain/plan/read-prerequisites.ts'
import type { FlipFacts } from '../../../domain/rollout/checks.ts'
import type { Db } from '../../db.ts'
import { GATE_COLUMNS, type StateRow, stateOfColumns } from '../state-row.ts'

/**
 * The toggles that a plan wants in a state before this one widens, with the state they are in here.
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
  const rows = await tx.toggleState.findMany({
    where: {
      environmentId: environment.id,
      toggle: { key: { in: asked.map((one) => one.toggle) } },
    },
    select: { ...GATE_COLUMNS, toggle: { select: { key: true } } },
  })
  return asked.map(({ toggle: key, wanted }) => {
    const row = rows.find((one) => one.toggle.key === key)
    return { toggle: key, wanted, state: row ? stateOfColumns(row) : null }
  })
}
