import type { RollCallFacts } from '../../facts/roll-call-facts.ts'
import { inRound, PLAN, type ToldOf } from '../told.ts'

export const rollCallTold: ToldOf<RollCallFacts> = {
  'roll_call.opened': {
    target: inRound,
    data: { revision: 2, required: ['product', 'qa', 'security_privacy'] },
    sentence: `Tomás Ibarra opened roll call 1 of ${PLAN} on revision 2; required: Product, QA and Security and privacy.`,
  },
  'sign_off.signed': {
    target: inRound,
    data: { discipline: 'backend', verdict: 'no_go', revision: 2 },
    sentence: `Tomás Ibarra signed no-go for Backend in roll call 1 of ${PLAN}, on revision 2.`,
  },
  'sign_off.recorded': {
    target: inRound,
    data: { discipline: 'frontend', verdict: 'go', revision: 2 },
    texts: { given_by: 'Fern Lindqvist' },
    sentence: `Tomás Ibarra recorded that Fern Lindqvist said go for Frontend in roll call 1 of ${PLAN}, on revision 2.`,
  },
  'sign_off.withdrawn': {
    target: inRound,
    data: { discipline: 'qa', revision: 3, manner: 'signed', late: true, policy: 'f'.repeat(64) },
    sentence: `Tomás Ibarra took back what QA said after the decision of roll call 1 of ${PLAN}, on revision 3.`,
  },
  'prompt.answered': {
    target: inRound,
    data: { n: 4, answer: 'not_applicable' },
    sentence: `Tomás Ibarra answered prompt 4 of roll call 1 of ${PLAN} with not applicable.`,
  },
  'roll_call.decided': {
    target: inRound,
    data: {
      decision: 'launch',
      scope: { environment: 'production', percentage: 25, until: '2027-01-02T08:30:00.000Z' },
    },
    sentence: `Tomás Ibarra decided roll call 1 of ${PLAN}: launch, in production up to 25 %, until 2 January 2027, 08:30 UTC.`,
  },
  'policy.set': {
    data: {
      team: 'benefits-portal',
      policy: 'f'.repeat(64),
      changes: ['content is required', 'a go stays good for 14 days'],
    },
    sentence:
      'Tomás Ibarra changed the roll-call policy of benefits-portal: content is required and a go stays good for 14 days.',
  },
}
