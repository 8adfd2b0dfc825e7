import type { AskingFacts } from '../../facts/asking-facts.ts'
import { inRound, PLAN, PRIYA, type ToldOf } from '../told.ts'

export const askingTold: ToldOf<AskingFacts> = {
  'sign_off.asked': {
    target: inRound,
    data: { cause: 'hour_before', disciplines: ['backend', 'qa'] },
    sentence: `Tomás Ibarra reminded Backend and QA to say go or no-go in roll call 1 of ${PLAN}, wanted within an hour.`,
  },
  'roll_call.due_set': {
    target: inRound,
    data: { needed_by: '2026-03-03T15:00:00.000Z' },
    sentence: `Tomás Ibarra asked for the sign-offs of roll call 1 of ${PLAN} by 3 March 2026, 15:00 UTC.`,
  },
  'delegation.made': {
    data: {
      discipline: 'backend',
      to: PRIYA,
      starts_at: '2026-03-03T15:00:00.000Z',
      ends_at: '2026-03-10T15:00:00.000Z',
    },
    sentence:
      'Tomás Ibarra let Priya Raman speak for Backend in their place from 3 March 2026, 15:00 UTC until 10 March 2026, 15:00 UTC.',
  },
  'delegation.ended': {
    data: { discipline: 'backend', from: PRIYA, to: PRIYA },
    sentence: 'Tomás Ibarra ended that Priya Raman speaks for Backend in place of Priya Raman.',
  },
}
