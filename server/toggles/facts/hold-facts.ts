import type { HoldFacts } from '../../../domain/rollout/checks/hold.ts'
import type { Db } from '../../db.ts'

/** The holds of guards on one toggle in one environment, oldest first. */
export async function holdFacts(tx: Db, stateId: string): Promise<HoldFacts> {
  const rows = await tx.rolloutHold.findMany({
    where: { toggleStateId: stateId, releasedBy: null },
    orderBy: { since: 'asc' },
    select: { said: true, since: true, guard: { select: { name: true } } },
  })
  return {
    holds: rows.map(({ said, since, guard }) => ({
      guard: guard.name,
      said,
      since: since.toISOString(),
    })),
  }
}
