import type { PlanFacts } from '../../facts/plan-facts.ts'
import { KEY, PLAN, type ToldOf } from '../told.ts'

export const planTold: ToldOf<PlanFacts> = {
  'plan.imported': {
    target: { plan: PLAN },
    data: { title: 'New intake form', sha256: 'ab', registered: [KEY, 'new_form'] },
    sentence: `Tomás Ibarra imported the plan "New intake form" and registered ${KEY} and new_form.`,
  },
  'plan.revised': {
    target: { plan: PLAN },
    data: { revision: 3, sha256: 'ab' },
    sentence: `Tomás Ibarra saved revision 3 of the plan ${PLAN}.`,
  },
  'finding.acknowledged': {
    target: { plan: PLAN },
    data: { finding: 'stage-2-differs' },
    sentence: `Tomás Ibarra acknowledged the finding stage-2-differs of the plan ${PLAN}.`,
  },
}
