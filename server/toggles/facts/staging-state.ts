import type { ToggleState } from '../../../domain/toggle/state.ts'
import type { Db } from '../../db.ts'
import { GATE_COLUMNS, stateOfColumns } from '../state-row.ts'

/**
 * A toggle's state in staging: the environment that is called so and is not protected. Null where
 * there is none.
 */
export async function stagingState(
  tx: Db,
  toggleId: string,
): Promise<{ name: string; state: ToggleState } | null> {
  const row = await tx.toggleState.findFirst({
    where: { toggleId, environment: { protected: false, key: { in: ['staging', 'stage'] } } },
    select: { ...GATE_COLUMNS, environment: { select: { name: true } } },
  })
  return row && { name: row.environment.name, state: stateOfColumns(row) }
}
