import type { LogFacts } from '../../facts/log-facts.ts'
import { inProduction, KEY, type ToldOf } from '../told.ts'

export const logTold: ToldOf<LogFacts> = {
  'attempt.refused': {
    target: inProduction,
    data: {
      tried: 'widen production to 25 %',
      refusal: 'checks_not_passed',
      checks: ['launch_decision'],
    },
    sentence: `Tomás Ibarra tried to widen production to 25 % for ${KEY} and was refused: checks not passed (launch decision).`,
  },
  'log.exported': {
    data: { format: 'csv' },
    sentence: 'Tomás Ibarra exported the audit log as CSV.',
  },
}
