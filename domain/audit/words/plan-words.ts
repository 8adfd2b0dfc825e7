import type { PlanFacts } from '../facts/plan-facts.ts'
import { listed } from '../phrases.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens to release plans. In the words that follow the name of who did it. */
export const planWords: WordsOf<PlanFacts> = {
  'plan.imported': ({ payload }) =>
    `imported the plan "${payload.data.title}"${registering(payload.data.registered)}`,
  'plan.revised': ({ payload }) =>
    `saved revision ${payload.data.revision} of the plan ${payload.target.plan ?? ''}`.trimEnd(),
  'finding.acknowledged': ({ payload }) =>
    `acknowledged the finding ${payload.data.finding} of the plan ${payload.target.plan ?? ''}`.trimEnd(),
}

function registering(keys: readonly string[]): string {
  return keys.length === 0 ? '' : ` and registered ${listed(keys)}`
}
