import { db } from '../../db.ts'
import { findStateRow } from '../../toggles/state-row.ts'
import { KEY } from '../../toggles/testing/launched-toggle.ts'
import { soon } from './soon.ts'

/** A flip to a percentage of actors, soon. */
export function scheduled(percentage: number, environment = 'production') {
  const flips = [{ toggle: KEY, patch: { percentage_of_actors: percentage } }]
  return { environment, at: soon(), flips, reason: `Later to ${percentage} %` }
}

/** The percentage of actors at which the toggle of the schedules stands. */
export async function share(environment = 'production'): Promise<number | null> {
  const { state } = await findStateRow(db(), KEY, environment, { lock: false })
  return state.percentageOfActors
}
