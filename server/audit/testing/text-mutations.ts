import type { LogLine } from './log-copy.ts'
import type { Mutation } from './log-mutations.ts'

function firstText(line: LogLine): { salt: string; text: string | null } | undefined {
  return Object.values(line.texts).find(({ text }) => text !== null)
}

/** What is kept beside an entry under its salted digest. */
export const TEXTS: Readonly<Record<string, Mutation>> = {
  'a text was altered': (log, at, chance) => {
    const said = firstText(log.lines[at] ?? never())
    if (!said) return null
    said.text = `${said.text}${chance(10)}`
    return at + 1
  },
  'a salt was altered': (log, at) => {
    const said = firstText(log.lines[at] ?? never())
    if (!said) return null
    said.salt = `${said.salt}0`
    return at + 1
  },
  'a text was put there that nobody said': (log, at) => {
    const line = log.lines[at] ?? never()
    line.texts = { ...line.texts, forged: { salt: '', text: 'Nobody said so' } }
    return at + 1
  },
  'the digest of a text was altered': (log, at) => {
    const line = log.lines[at] ?? never()
    line.payload = line.payload.replace(/("texts":\{[^}]*":")[0-9a-f]{8}/, '$100000000')
    const said = Object.keys(JSON.parse(line.payload).texts).length > 0
    return said ? at + 1 : null
  },
  // A person was erased: the digest stays, and everything holds.
  'a text was erased': (log, at) => {
    const said = firstText(log.lines[at] ?? never())
    if (said) said.text = null
    return null
  },
  // As if it had been erased without a trace; its digest stays.
  'a text was taken away': (log, at) => {
    const line = log.lines[at] ?? never()
    line.texts = {}
    return null
  },
}

/**
 * What the database keeps beside the sealed entries, derived from them, and what is no part of an
 * export. `seq` is the entry that the statement alters something beside.
 */
export const BESIDE: Readonly<Record<string, (seq: number) => string>> = {
  'a filter was altered': (seq) =>
    `UPDATE audit.listing SET actor_id = 'somebody else' WHERE seq = ${seq}`,
  'a change that is kept was altered': (seq) =>
    `UPDATE audit.change SET after = after || '{"forged": 1}' WHERE event_id = ${eventOf(seq)}`,
  'a change that is kept was taken away': (seq) =>
    `DELETE FROM audit.change WHERE event_id = ${eventOf(seq)}`,
  'a step was put elsewhere': (seq) =>
    `UPDATE audit.step SET version = version + 5 WHERE seq = ${seq}`,
}

function eventOf(seq: number): string {
  return `(SELECT event_id FROM audit.chain WHERE seq = ${seq})`
}

function never(): never {
  throw new Error('the log has no such line')
}
