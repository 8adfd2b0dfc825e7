import { LIVE_STATES } from '../../domain/rollout/stage-run.ts'
import type { Db } from '../db.ts'
import type { Entry } from '../write-entry.ts'
import { lockRuns } from './stage-runs.ts'
import { endRun } from './write-run.ts'

/**
 * Ends every live run of a toggle that is archived, in the archive's own transaction: nothing of it
 * soaks, waits for results or can be paused any more. A run that a person started for all toggles of
 * a plan ends with the last of them.
 *
 * @returns an entry for each run that ended.
 */
export async function endStages(tx: Db, toggleId: string): Promise<Entry[]> {
  const runs = await lockRuns(tx, {
    state: { in: [...LIVE_STATES] },
    OR: [
      { toggleId },
      {
        toggleId: null,
        plan: {
          planToggles: {
            some: { toggleId },
            none: { toggle: { archived: false, id: { not: toggleId } } },
          },
        },
      },
    ],
  })
  const environments = await tx.environment.findMany({
    where: { id: { in: runs.map(({ environmentId }) => environmentId) } },
    select: { id: true, key: true },
  })
  const entries: Entry[] = []
  for (const run of runs) {
    const environment = environments.find(({ id }) => id === run.environmentId)
    if (environment) entries.push(await endRun(tx, run, environment.key, 'ended'))
  }
  return entries
}
