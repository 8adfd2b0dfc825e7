import { describeRefusal } from '../describe-refusal.ts'
import type { LogFacts } from '../facts/log-facts.ts'
import type { ReadEntry } from '../read-entry.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens to the log itself, and what was refused. In the words that follow the name of who did it. */
export const logWords: WordsOf<LogFacts> = {
  'attempt.refused': ({ payload }) => describeRefusal(payload.data, payload.target),
  'head_key.taken_up': ({ payload: { data } }) =>
    `took up the ${data.alg} key ${data.key_id.slice(0, 16)} to sign heads of the log${data.replaces === null ? '' : `, in place of ${data.replaces.slice(0, 16)}`}`,
  'log_head.refused': ({ payload: { data }, texts }) =>
    `signed no head of the log, which does not lead on from the signed head at ${data.last_size}${texts.detail ? `: ${texts.detail.replace(/\.$/, '')}` : ''}`,
  'log.reviewed': ({ payload: { data } }) =>
    `reviewed the log: read entries ${data.from} to ${data.up_to}`,
  'view.saved': ({ texts }) => `saved ${viewWords(texts)}`,
  'view.removed': ({ texts }) => `removed ${viewWords(texts)}`,
  'log.exported': ({ payload }) =>
    `exported the audit log as ${FORMATS[payload.data.format] ?? payload.data.format}`,
  'log.followed': () => 'followed the audit log',
}

function viewWords({ detail }: ReadEntry['texts']): string {
  return detail ? `the view “${detail}” of the log` : 'a view of the log'
}

const FORMATS: Readonly<Record<string, string>> = { jsonl: 'JSON Lines', csv: 'CSV', ocsf: 'OCSF' }
