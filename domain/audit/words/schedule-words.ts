import { refusalWords } from '../describe-refusal.ts'
import type { ScheduleFacts } from '../facts/schedule-facts.ts'
import { momentInWords } from '../moment-words.ts'
import type { ReadEntry } from '../read-entry.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens to flips that are signed for a later moment. In the words that follow the name of who did it. */
export const scheduleWords: WordsOf<ScheduleFacts> = {
  'schedule.made': ({ payload }) =>
    `scheduled ${flips(payload)}${fromTo(payload.data)} for ${momentInWords(payload.data.at)}`,
  'schedule.cancelled': ({ payload }) =>
    `cancelled ${flips(payload)} scheduled for ${momentInWords(payload.data.at)}`,
  'schedule.done': ({ payload }) =>
    `had ${flips(payload)} made as scheduled for ${momentInWords(payload.data.at)}`,
  'schedule.refused': ({ payload }) =>
    `had ${flips(payload)} scheduled for ${momentInWords(payload.data.at)} refused: ${refusalWords(payload.data)}`,
}

type SchedulePayload = Extract<ReadEntry['payload'], { readonly type: keyof ScheduleFacts }>

function flips({ data, target }: SchedulePayload): string {
  const where = target.environment === undefined ? '' : ` in ${target.environment}`
  const [first, ...others] = data.flips
  if (!first) return `no flip${where}`
  return others.length === 0
    ? `the flip of ${first.toggle}${where}`
    : `${data.flips.length} flips${where}`
}

function fromTo({ flips: all }: ScheduleFacts['schedule.made']): string {
  const [first, ...others] = all
  if (!first || others.length > 0) return ''
  return ` from ${first.from} to ${first.to}`
}
