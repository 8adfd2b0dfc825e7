import type { Actor } from '../../domain/actor.ts'
import { findCheckIns } from './find-check-ins.ts'

/**
 * Those of some plans that are fully out and whose looks back are not all recorded.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function lackingCheckIns<Plan extends { readonly slug: string }>(
  actor: Actor,
  plans: readonly Plan[],
): Promise<Plan[]> {
  const found = await Promise.all(
    plans.map(async (plan) => {
      const { full_since: full, check_ins } = await findCheckIns(actor, plan.slug)
      const isLacking = full !== null && check_ins.some(({ recorded }) => recorded === null)
      return isLacking ? [plan] : []
    }),
  )
  return found.flat()
}
