import type { GuardFacts } from '../../facts/guard-facts.ts'
import { inProduction, KEY, type ToldOf } from '../told.ts'

const guard = 'Error rate'
const holding = { guard, tool: 'grafana', act: 'hold', lower_to: null, dry_run: false }
const target = inProduction
const of = `the guard “Error rate” of ${KEY} in production`

export const guardTold: ToldOf<GuardFacts> = {
  'guard.made': { target, data: holding, sentence: `Tomás Ibarra made ${of}, which holds it.` },
  'guard.changed': {
    target,
    data: { ...holding, act: 'lower', lower_to: 5, dry_run: true },
    sentence: `Tomás Ibarra changed ${of}, which now lowers it to 5 % of actors (in dry run).`,
  },
  'guard.secret_changed': {
    target,
    data: { guard },
    sentence: `Tomás Ibarra changed the secret of ${of}.`,
  },
  'guard.removed': { target, data: { guard }, sentence: `Tomás Ibarra removed ${of}.` },
  'guard.held': {
    target,
    data: { guard },
    sentence: `Tomás Ibarra held ${KEY} in production on a signal to the guard “Error rate”: nothing widens there until a person releases it.`,
  },
  'guard.hold_released': {
    target,
    data: { guard },
    sentence: `Tomás Ibarra released the hold of the guard “Error rate” on ${KEY} in production.`,
  },
  'guard.rehearsed': {
    target,
    data: { guard, act: 'lower' },
    sentence: `Tomás Ibarra would have lowered ${KEY} in production on a signal to the guard “Error rate”, which is in dry run.`,
  },
  'guard.asked': {
    target,
    data: { guard },
    sentence: `Tomás Ibarra could not tell what a signal to the guard “Error rate” means for ${KEY} in production, and asked.`,
  },
}
