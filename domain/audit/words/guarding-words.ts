import type { GuardingFacts } from '../facts/guarding-facts.ts'
import { asWords, listed, place } from '../phrases.ts'
import type { WordsOf } from '../words-of.ts'
import { freezeWords } from './freeze-phrase.ts'

type Binding = GuardingFacts['checks.proposed']

/** What guards a widening besides the plan. In the words that follow the name of who did it. */
export const guardingWords: WordsOf<GuardingFacts> = {
  'freeze.changed': ({ payload }) => `changed a freeze: it is now${freezeWords(payload.data)}`,
  'line.stopped': () => 'stopped the line: nothing widens in a protected environment',
  'line.released': () => 'released the line',
  'incident.opened': ({ payload }) => `opened an incident on ${place(payload.target)}`,
  'incident.resolved': ({ payload }) => `resolved the incident on ${place(payload.target)}`,
  'checks.proposed': ({ payload }) =>
    `proposed ${bindingWords(payload.data)} in ${payload.target.environment}, for ${payload.data.team}`,
  'checks.accepted': ({ payload }) =>
    `accepted ${bindingWords(payload.data)} in ${payload.target.environment}, for ${payload.data.team}`,
  'checks.declined': ({ payload }) =>
    `declined ${bindingWords(payload.data)} in ${payload.target.environment}, for ${payload.data.team}`,
  'checks.withdrawn': ({ payload }) =>
    `withdrew the proposal ${bindingWords(payload.data)} in ${payload.target.environment}, for ${payload.data.team}`,
  'environment.renamed': ({ payload }) =>
    `renamed the environment ${payload.target.environment} from “${payload.data.from}” to “${payload.data.to}”`,
  'environments.ordered': ({ payload }) =>
    `put the environments in the order ${listed(payload.data.order)}`,
  'environment.protected': ({ payload }) =>
    `protected the environment ${payload.target.environment}`,
  'environment.unprotection_proposed': ({ payload }) =>
    `proposed that ${payload.target.environment} is no longer protected`,
  'environment.unprotected': ({ payload }) =>
    `accepted that ${payload.target.environment} is no longer protected`,
  'environment.unprotection_declined': ({ payload }) =>
    `declined that ${payload.target.environment} is no longer protected`,
  'environment.unprotection_withdrawn': ({ payload }) =>
    `withdrew the proposal that ${payload.target.environment} is no longer protected`,
}

function bindingWords({ bind, unbind }: Binding): string {
  const parts = [
    ...(bind.length === 0 ? [] : [`to bind ${listed(bind.map(asWords))}`]),
    ...(unbind.length === 0 ? [] : [`not to bind ${listed(unbind.map(asWords))}`]),
  ]
  return listed(parts)
}
