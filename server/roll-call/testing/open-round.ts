import { keptPlan } from '../../plans/testing/kept-plan.ts'
import { cast } from '../../testing/cast.ts'
import { openRollCall } from '../open-roll-call.ts'
import { signOff } from '../sign-off.ts'

/** A plan with an open round. */
export interface OpenedRound {
  readonly slug: string
  readonly id: string
  readonly number: number
}

/** Priya imports a plan and opens a round on it. */
export async function openedRound(text?: string): Promise<OpenedRound> {
  const { slug } = await keptPlan(text)
  const { result } = await openRollCall(cast.priya(), { slug, require: [], invite: [] })
  return { slug, ...result }
}

/** Everybody whose discipline is required signs go, the government lead last. */
export async function everybodySigns(slug: string): Promise<void> {
  const go = { slug, verdict: 'go' as const }
  await signOff(cast.priya(), { ...go, discipline: 'product' })
  await signOff(cast.dalia(), { ...go, discipline: 'design' })
  await signOff(cast.fern(), { ...go, discipline: 'frontend' })
  await signOff(cast.ben(), { ...go, discipline: 'backend' })
  await signOff(cast.quentin(), { ...go, discipline: 'qa' })
  await signOff(cast.ada(), { ...go, discipline: 'accessibility' })
  await signOff(cast.grace(), { ...go, discipline: 'government_lead' })
}
