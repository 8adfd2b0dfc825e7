import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import type { Db } from '../db.ts'
import { findStateRows } from '../toggles/state-row.ts'
import { assess } from '../toggles/weigh.ts'
import type { Compared } from './differences.ts'

/**
 * The checks that taking over what stands on a server would be without now, by toggle; toggles that
 * nothing would hold are left out.
 *
 * @param most how many toggles are weighed; the others are left out too.
 */
export async function unmetOf(
  tx: Db,
  environment: string,
  compared: readonly Compared[],
  most: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const theirs = compared.filter(({ there, archived }) => there && !archived).slice(0, most)
  const keys = theirs.map(({ toggle }) => toggle)
  const rows = await findStateRows(tx, keys, environment, { lock: false })
  const unmet = new Map<string, readonly string[]>()
  for (const [index, row] of rows.entries()) {
    const after = theirs[index]?.there
    const { checks } = after ? await assess(tx, row, after) : { checks: [] }
    const holding = holdingChecks(checks).map(({ check }) => check)
    if (holding.length > 0) unmet.set(row.toggle.key, holding)
  }
  return unmet
}
