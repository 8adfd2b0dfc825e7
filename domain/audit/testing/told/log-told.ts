import type { LogFacts } from '../../facts/log-facts.ts'
import { inProduction, KEY, type ToldOf } from '../told.ts'

export const logTold: ToldOf<LogFacts> = {
  'attempt.refused': {
    target: inProduction,
    data: {
      tried: 'widen production to 25 %',
      refusal: 'checks_not_passed',
      checks: ['launch_decision'],
    },
    sentence: `Tomás Ibarra tried to widen production to 25 % for ${KEY} and was refused: checks not passed (launch decision).`,
  },
  'head_key.taken_up': {
    data: { key_id: 'ab'.repeat(32), alg: 'ed25519', replaces: 'cd'.repeat(32) },
    sentence:
      'Tomás Ibarra took up the ed25519 key abababababababab to sign heads of the log, in place of cdcdcdcdcdcdcdcd.',
  },
  'log_head.refused': {
    data: { last_size: 40, last_hash: 'ab'.repeat(32) },
    texts: { detail: 'Entry 40 is not the one that was signed as the head.' },
    sentence:
      'Tomás Ibarra signed no head of the log, which does not lead on from the signed head at 40: Entry 40 is not the one that was signed as the head.',
  },
  'log.reviewed': {
    data: { from: 41, up_to: 120 },
    sentence: 'Tomás Ibarra reviewed the log: read entries 41 to 120.',
  },
  'view.saved': {
    data: {},
    texts: { detail: 'Flips in production' },
    sentence: 'Tomás Ibarra saved the view “Flips in production” of the log.',
  },
  'view.removed': { data: {}, sentence: 'Tomás Ibarra removed a view of the log.' },
  'log.followed': { data: {}, sentence: 'Tomás Ibarra followed the audit log.' },
  'log.exported': {
    data: { format: 'csv' },
    sentence: 'Tomás Ibarra exported the audit log as CSV.',
  },
}
