import type { AskingFacts } from '../facts/asking-facts.ts'
import { momentInWords } from '../moment-words.ts'
import { disciplineWords, listed, round } from '../phrases.ts'
import { nameOf } from '../read-entry.ts'
import type { WordsOf } from '../words-of.ts'

const CAUSES: Readonly<Record<string, string>> = {
  stale: ', since the plan changed after they signed',
  day_before: ', wanted within a day',
  hour_before: ', wanted within an hour',
  overdue: ', which is overdue',
}

/** Who was asked, by when, and who speaks in whose place. In the words that follow the name of who did it. */
export const askingWords: WordsOf<AskingFacts> = {
  'sign_off.asked': ({ payload }) => {
    const { cause, disciplines } = payload.data
    const who = listed(disciplines.map(disciplineWords))
    const what = `in ${round(payload.target)}${CAUSES[cause] ?? ''}`
    if (cause === 'opened') return `asked ${who} for go or no-go ${what}`
    if (cause === 'stale') return `asked ${who} again for go or no-go ${what}`
    return `reminded ${who} to say go or no-go ${what}`
  },
  'roll_call.due_set': ({ payload }) =>
    payload.data.needed_by === null
      ? `took back the date by which ${round(payload.target)} wants its sign-offs`
      : `asked for the sign-offs of ${round(payload.target)} by ${momentInWords(payload.data.needed_by)}`,
  'delegation.made': ({ payload, names }) => {
    const { discipline, to, starts_at, ends_at } = payload.data
    return `let ${nameOf(names, to, 'person')} speak for ${disciplineWords(discipline)} in their place from ${momentInWords(starts_at)} until ${momentInWords(ends_at)}`
  },
  'delegation.ended': ({ payload, names }) => {
    const { discipline, from, to } = payload.data
    return `ended that ${nameOf(names, to, 'person')} speaks for ${disciplineWords(discipline)} in place of ${nameOf(names, from, 'person')}`
  },
}
