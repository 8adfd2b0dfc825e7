import { recurrenceWords } from '../../rollout/freeze-words.ts'
import type { RolloutFacts } from '../facts/rollout-facts.ts'
import { momentInWords } from '../moment-words.ts'
import { listed } from '../phrases.ts'

/** Where, over whom and when a freeze stands: " of production from … to …, which no override passes". */
export function freezeWords(data: RolloutFacts['freeze.set']): string {
  const { environments, team, override_allowed } = data
  const where = environments.length === 0 ? '' : ` of ${listed(environments)}`
  const whose = team ? ` over the toggles of ${team}` : ''
  const barred = override_allowed === false ? ', which no override passes' : ''
  return `${where}${whose} ${times(data)}${barred}`
}

function times({ starts_at, ends_at, rule, time_zone }: RolloutFacts['freeze.set']): string {
  const recurrence = rule && time_zone ? { rule, timeZone: time_zone } : null
  const [startsAt, endsAt] = [new Date(starts_at), new Date(ends_at)]
  const again = recurrenceWords({ startsAt, endsAt, recurrence })
  if (again === null) return `from ${momentInWords(starts_at)} to ${momentInWords(ends_at)}`
  return `${again}, for the first time from ${momentInWords(starts_at)}`
}
