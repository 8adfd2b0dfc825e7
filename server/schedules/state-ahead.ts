import { applyPatch, type ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import type { StateRow } from '../toggles/state-row.ts'
import { stepsOf } from './schedule-row.ts'

/** The state that a toggle will be in at a moment, if all that is scheduled until then is made. */
export async function stateAhead(tx: Db, row: StateRow, at: Date): Promise<ToggleState> {
  const waiting = await tx.schedule.findMany({
    where: {
      state: 'waiting',
      environmentId: row.environment.id,
      due: { lte: at.toISOString() },
    },
    orderBy: [{ due: 'asc' }, { madeAt: 'asc' }],
    select: { steps: true },
  })
  return waiting
    .flatMap(({ steps }) => stepsOf(steps))
    .filter(({ toggle }) => toggle === row.toggle.key)
    .reduce((state, { patch }) => applyPatch(state, patch), row.state)
}
