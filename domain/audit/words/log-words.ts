import { describeRefusal } from '../describe-refusal.ts'
import type { LogFacts } from '../facts/log-facts.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens to the log itself, and what was refused. In the words that follow the name of who did it. */
export const logWords: WordsOf<LogFacts> = {
  'attempt.refused': ({ payload }) => describeRefusal(payload.data, payload.target),
  'log.exported': ({ payload }) =>
    `exported the audit log as ${FORMATS[payload.data.format] ?? payload.data.format}`,
}

const FORMATS: Readonly<Record<string, string>> = { jsonl: 'JSON Lines', csv: 'CSV' }
