import type { StageFacts } from '../../facts/stage-facts.ts'
import { inProduction, PLAN, type ToldOf } from '../told.ts'

const canary = { stage: 'Stage A: Canary', percentage: 10, run: 1 } as const
const verdicts = { met: 2, not_met: 0, inconclusive: 1 } as const

export const stageTold: ToldOf<StageFacts> = {
  'stage.started': {
    data: { ...canary, by: 'flip' },
    target: inProduction,
    sentence:
      'Tomás Ibarra started the stage "Stage A: Canary" (10 %) of new-intake for new_intake_form in production.',
  },
  'stage.paused': {
    data: { stage: 'Internal test users', percentage: null, run: 2 },
    target: { plan: PLAN, environment: 'production' },
    sentence:
      'Tomás Ibarra paused the stage "Internal test users", run 2, of new-intake in production.',
  },
  'stage.resumed': {
    data: canary,
    target: inProduction,
    sentence:
      'Tomás Ibarra resumed the stage "Stage A: Canary" (10 %) of new-intake for new_intake_form in production.',
  },
  'stage.rolled_back': {
    data: { ...canary, stage: 'Stage B: 25% of users', percentage: 25 },
    target: inProduction,
    sentence:
      'Tomás Ibarra rolled back the stage "Stage B: 25% of users" of new-intake for new_intake_form in production.',
  },
  'stage.ended': {
    data: { ...canary, run: 2 },
    target: inProduction,
    sentence:
      'Tomás Ibarra ended the stage "Stage A: Canary" (10 %), run 2, of new-intake for new_intake_form in production, with the archive of its toggle.',
  },
  'stage.results_recorded': {
    data: { ...canary, decision: 'proceed', verdicts },
    target: inProduction,
    sentence:
      'Tomás Ibarra recorded the results of the stage "Stage A: Canary" (10 %) of new-intake for new_intake_form in production: 2 met and 1 inconclusive, and the decision to proceed.',
  },
  'stage.waived': {
    data: { ...canary, what: 'criterion', criterion: 'error rate' },
    target: inProduction,
    sentence:
      'Tomás Ibarra waived the criterion "error rate" of the stage "Stage A: Canary" (10 %) of new-intake for new_intake_form in production.',
  },
  'check_in.recorded': {
    data: { which: 'one_week', due_on: '2026-12-01', revision: 4, verdicts },
    target: { plan: PLAN },
    sentence:
      'Tomás Ibarra recorded the one-week check-in of new-intake, due 1 December 2026: 2 met and 1 inconclusive.',
  },
}
