import type { GuardingFacts } from '../../facts/guarding-facts.ts'
import { inProduction, KEY, type ToldOf } from '../told.ts'

const production = { environment: 'production' }
const data = { team: 'benefits-portal', bind: ['results'], unbind: ['soak', 'contacts'] }

export const guardingTold: ToldOf<GuardingFacts> = {
  'freeze.changed': {
    data: {
      starts_at: '2026-11-27T22:00:00.000Z',
      ends_at: '2026-11-30T13:00:00.000Z',
      environments: ['production'],
      team: 'benefits-portal',
      rule: 'FREQ=WEEKLY;BYDAY=FR',
      time_zone: 'America/New_York',
      override_allowed: false,
    },
    sentence:
      'Tomás Ibarra changed a freeze: it is now of production over the toggles of benefits-portal every Friday 17:00 to Monday 08:00, America/New_York, for the first time from 27 November 2026, 22:00 UTC, which no override passes.',
  },
  'line.stopped': {
    data: {},
    sentence: 'Tomás Ibarra stopped the line: nothing widens in a protected environment.',
  },
  'line.released': { data: {}, sentence: 'Tomás Ibarra released the line.' },
  'incident.opened': {
    target: inProduction,
    data: {},
    sentence: `Tomás Ibarra opened an incident on ${KEY} in production.`,
  },
  'incident.resolved': {
    target: { toggle: KEY },
    data: {},
    sentence: `Tomás Ibarra resolved the incident on ${KEY}.`,
  },
  'checks.proposed': {
    target: production,
    data,
    sentence:
      'Tomás Ibarra proposed to bind results and not to bind soak and contacts in production, for benefits-portal.',
  },
  'checks.accepted': {
    target: production,
    data: { ...data, bind: [] },
    sentence:
      'Tomás Ibarra accepted not to bind soak and contacts in production, for benefits-portal.',
  },
  'checks.declined': {
    target: production,
    data: { ...data, unbind: [] },
    sentence: 'Tomás Ibarra declined to bind results in production, for benefits-portal.',
  },
  'checks.withdrawn': {
    target: production,
    data: { ...data, unbind: [] },
    sentence:
      'Tomás Ibarra withdrew the proposal to bind results in production, for benefits-portal.',
  },
  'environment.renamed': {
    target: production,
    data: { from: 'Production', to: 'Live' },
    sentence: 'Tomás Ibarra renamed the environment production from “Production” to “Live”.',
  },
  'environments.ordered': {
    data: { order: ['development', 'staging', 'production'] },
    sentence: 'Tomás Ibarra put the environments in the order development, staging and production.',
  },
  'environment.protected': {
    target: { environment: 'staging' },
    data: {},
    sentence: 'Tomás Ibarra protected the environment staging.',
  },
  'environment.unprotection_proposed': {
    target: { environment: 'staging' },
    data: {},
    sentence: 'Tomás Ibarra proposed that staging is no longer protected.',
  },
  'environment.unprotected': {
    target: { environment: 'staging' },
    data: {},
    sentence: 'Tomás Ibarra accepted that staging is no longer protected.',
  },
  'environment.unprotection_declined': {
    target: { environment: 'staging' },
    data: {},
    sentence: 'Tomás Ibarra declined that staging is no longer protected.',
  },
  'environment.unprotection_withdrawn': {
    target: { environment: 'staging' },
    data: {},
    sentence: 'Tomás Ibarra withdrew the proposal that staging is no longer protected.',
  },
}
