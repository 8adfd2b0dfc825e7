import { importPlan } from '../../plans/import-plan.ts'
import { bytesOf, releasePlan } from '../../plans/testing/documents.ts'
import { decide } from '../../roll-call/decide.ts'
import { openRollCall } from '../../roll-call/open-roll-call.ts'
import { everybodySigns } from '../../roll-call/testing/open-round.ts'
import { cast } from '../../testing/cast.ts'

/** The toggle of the plan of these tests. */
export const KEY = 'claim_status_letters'

/** Priya imports a plan and registers its toggles; nobody has been asked yet. */
export async function plannedToggle(keys: readonly string[] = [KEY]): Promise<{ slug: string }> {
  const { result } = await importPlan(cast.priya(), {
    bytes: bytesOf(releasePlan({ toggles: [...keys] })),
    register: [...keys],
  })
  return result
}

/** The same, and everybody said go to it: production may widen. */
export async function launchedToggle(
  keys?: readonly string[],
): Promise<{ slug: string; rollCall: string }> {
  const { slug } = await plannedToggle(keys)
  const { result } = await openRollCall(cast.priya(), { slug, require: [], invite: [] })
  await everybodySigns(slug)
  await decide(cast.priya(), { slug, rollCall: result.id, decision: 'launch' })
  return { slug, rollCall: result.id }
}

/** A flip of that toggle in production to a share of actors. */
export function toShare(percentage: number, environment = 'production') {
  const patch = { percentage_of_actors: percentage }
  return { toggle: KEY, environment, patch, reason: `To ${percentage} %` }
}
