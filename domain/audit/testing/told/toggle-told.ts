import type { ToggleFacts } from '../../facts/toggle-facts.ts'
import { inProduction, KEY, PLAN, type ToldOf } from '../told.ts'

const unchecked = { checks: [], rests_on: null }
const launched = {
  from: '10 % of actors',
  to: '25 % of actors',
  checks: [{ check: 'launch_decision', passed: true }],
  rests_on: { roll_call: 1, sign_offs: [] },
}

export const toggleTold: ToldOf<ToggleFacts> = {
  'toggle.widened': {
    target: inProduction,
    data: launched,
    sentence: `Tomás Ibarra widened ${KEY} in production from 10 % to 25 %, on the launch decision of roll call 1 (22 November 2026).`,
  },
  'toggle.narrowed': {
    target: inProduction,
    data: { ...unchecked, from: '25 % of actors', to: 'off' },
    sentence: `Tomás Ibarra narrowed ${KEY} in production from 25 % to off.`,
  },
  'toggle.reshaped': {
    target: inProduction,
    data: { ...launched, to: '3 named actors' },
    sentence: `Tomás Ibarra changed ${KEY} in production from 10 % of actors to 3 named actors, which lets some in and takes others out, on the launch decision of roll call 1 (22 November 2026).`,
  },
  'toggle.rolled_back': {
    target: inProduction,
    data: { ...unchecked, from: '25 % of actors', to: '12.5 % of actors', undoes: 41 },
    sentence: `Tomás Ibarra rolled ${KEY} in production back from 25 % to 12.5 %, undoing the flip to version 41.`,
  },
  'flip.overrode_checks': {
    target: inProduction,
    data: {
      from: 'off',
      to: 'on',
      rests_on: null,
      checks: [
        { check: 'launch_decision', passed: false },
        { check: 'freeze', passed: true },
        { check: 'soak_time', passed: false },
      ],
    },
    sentence: `Tomás Ibarra overrode the checks and widened ${KEY} in production from off to on, passing over: launch decision and soak time.`,
  },
  'override.reviewed': {
    target: inProduction,
    data: { verdict: 'not_justified' },
    sentence: `Tomás Ibarra reviewed the override of ${KEY} in production and found it not justified.`,
  },
  'toggle.registered': {
    target: { toggle: KEY, plan: PLAN },
    data: {},
    sentence: `Tomás Ibarra registered ${KEY}, named by the plan ${PLAN}.`,
  },
  'toggle.described': {
    target: { toggle: KEY },
    data: {},
    sentence: `Tomás Ibarra changed what is said of ${KEY}.`,
  },
  'toggle.archived': {
    target: { toggle: KEY },
    data: {},
    sentence: `Tomás Ibarra archived ${KEY}.`,
  },
}
