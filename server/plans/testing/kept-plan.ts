import { cast } from '../../testing/cast.ts'
import { type ImportedPlan, importPlan } from '../import-plan.ts'
import { bytesOf, releasePlan } from './documents.ts'

/** Priya imports a plan; answers its address and name. */
export async function keptPlan(
  text: string = releasePlan(),
  register: readonly string[] = [],
): Promise<ImportedPlan> {
  const { result } = await importPlan(cast.priya(), { bytes: bytesOf(text), register })
  return result
}
