import type { MeetingFacts } from '../facts/meeting-facts.ts'
import { round } from '../phrases.ts'
import type { WordsOf } from '../words-of.ts'

/** Who was there when a roll was called. In the words that follow the name of who did it. */
export const meetingWords: WordsOf<MeetingFacts> = {
  'attendance.arrived': ({ payload }) => `came to ${round(payload.target)}`,
  'attendance.left': ({ payload }) => `left ${round(payload.target)}`,
  'attendance.noted': ({ payload, texts }) =>
    `noted that ${texts.given_by ?? 'somebody'} ${payload.data.present ? 'came to' : 'left'} ${round(payload.target)}`,
}
