import { importPlan } from '../../plans/import-plan.ts'
import { bytesOf, releasePlan } from '../../plans/testing/documents.ts'
import { decide } from '../../roll-call/decide.ts'
import { openRollCall } from '../../roll-call/open-roll-call.ts'
import { everybodySigns } from '../../roll-call/testing/open-round.ts'
import { cast } from '../../testing/cast.ts'
import { flip } from '../../toggles/flip.ts'
import { propose } from '../../toggles/propose.ts'
import { findStages } from '../find-stages.ts'

/** The toggles of the plan of these tests. */
export const LETTERS = 'claim_status_letters'
export const REMINDERS = 'claim_reminders'

/** A plan as written: test users by hand, then 10 %, 50 % and 100 %, for its toggles. */
export function stagedText(toggles: readonly string[] = [LETTERS, REMINDERS]): string {
  const plan = releasePlan({ toggles })
  const rollout = `### Do I need a staged rollout? **Yes**

### Stage A: Internal test users

- Length of time: Until ten submissions have been validated

### Stage B: Canary

- Length of time: 2 days
- Percentage of Users: 10%

### Stage C: Half of users

- Length of time: 1 week
- Percentage of Users: 50%

### Stage D: 100% of users

- Length of time: Indefinite
- Percentage of Users: 100%

### Define the Rollback process`
  return plan.replace(
    /### Do I need a staged rollout\?[\s\S]*### Define the Rollback process/,
    rollout,
  )
}

/** Priya imports the plan with both toggles, everybody says go, and it is decided to launch. */
export async function launchedStages(): Promise<{ slug: string }> {
  const { result: plan } = await importPlan(cast.priya(), {
    bytes: bytesOf(stagedText()),
    register: [LETTERS, REMINDERS],
  })
  const { result: round } = await openRollCall(cast.priya(), {
    slug: plan.slug,
    require: [],
    invite: [],
  })
  await everybodySigns(plan.slug)
  await decide(cast.priya(), { slug: plan.slug, rollCall: round.id, decision: 'launch' })
  return { slug: plan.slug }
}

/** Tomás flips a toggle in production to a share of actors. */
export function toShare(percentage: number, toggle = LETTERS, environment = 'production') {
  const patch = { percentage_of_actors: percentage }
  return flip(cast.tomas(), { toggle, environment, patch, reason: `To ${percentage} %` })
}

/** Stage `n` of the letters' rollout, as everybody sees it. */
export async function stageOf(slug: string, n: number) {
  const { rollouts } = await findStages(cast.victor(), slug)
  return rollouts.find(({ toggle }) => toggle === LETTERS)?.stages[n - 1]
}

/** What a check says of widening the letters to half of the users. */
export async function checkOf(check: string) {
  const patch = { percentage_of_actors: 50 }
  const asked = { toggle: LETTERS, environment: 'production', patch }
  const { checks } = await propose(cast.tomas(), asked)
  return checks.find((one) => one.check === check)
}
