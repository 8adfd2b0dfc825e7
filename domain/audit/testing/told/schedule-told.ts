import type { ScheduleFacts } from '../../facts/schedule-facts.ts'
import { inProduction, KEY, type ToldOf } from '../told.ts'

const at = '2026-12-01T09:00:00.000Z'
const one = { at, flips: [{ toggle: KEY, from: '10 % of actors', to: '25 % of actors' }] }
const two = { at, flips: [...one.flips, { toggle: 'old_intake_form', from: 'on', to: 'off' }] }
const together = { environment: 'production' }

export const scheduleTold: ToldOf<ScheduleFacts> = {
  'schedule.made': {
    target: inProduction,
    data: one,
    sentence: `Tomás Ibarra scheduled the flip of ${KEY} in production from 10 % of actors to 25 % of actors for 1 December 2026, 09:00 UTC.`,
  },
  'schedule.cancelled': {
    target: together,
    data: two,
    sentence:
      'Tomás Ibarra cancelled 2 flips in production scheduled for 1 December 2026, 09:00 UTC.',
  },
  'schedule.done': {
    target: inProduction,
    data: one,
    sentence: `Tomás Ibarra had the flip of ${KEY} in production made as scheduled for 1 December 2026, 09:00 UTC.`,
  },
  'schedule.refused': {
    target: inProduction,
    data: { ...one, refusal: 'checks_not_passed', checks: ['freeze'] },
    sentence: `Tomás Ibarra had the flip of ${KEY} in production scheduled for 1 December 2026, 09:00 UTC refused: checks not passed (freeze).`,
  },
}
