import { createHash } from 'node:crypto'
import { type Export, payloadOf, seal } from './audit-export.ts'

/** What somebody could do to an export, each with the first seq that no longer holds. */
export const TAMPERED: Record<string, (log: Export, at: number) => number> = {
  'a payload was changed': (log, at) => {
    const line = lineAt(log, at)
    line.payload = line.payload.replace('"on"', '"off"')
    return at
  },
  'a payload was changed and its leaf with it': (log, at) => {
    const line = lineAt(log, at)
    line.payload = line.payload.replace('"on"', '"off"')
    line.leaf = sha256(`\0${line.payload}`)
    return at
  },
  'an entry was changed and hashed anew': (log, at) => {
    const one = seal([{ ...payloadOf(at), via: 'api' }], at, lineAt(log, at).prev).lines[0]
    log.lines[at - 1] = { ...lineAt(log, at), ...one }
    return at + 1
  },
  'an entry was taken out': (log, at) => {
    log.lines.splice(at - 1, 1)
    return at
  },
  'an entry was taken out and the rest counted anew': (log, at) => {
    log.lines.splice(at - 1, 1)
    for (const line of log.lines.slice(at - 1)) line.seq -= 1
    return at
  },
  'an entry stands twice': (log, at) => {
    log.lines.splice(at, 0, lineAt(log, at))
    return at + 1
  },
  'two entries changed places': (log, at) => {
    log.lines.splice(at - 1, 2, lineAt(log, at + 1), lineAt(log, at))
    return at
  },
  'the time was changed': (log, at) => {
    lineAt(log, at).sealed_at = String(BigInt(lineAt(log, at).sealed_at) + 1n)
    return at
  },
  'a text was changed': (log, at) => {
    lineAt(log, at).texts = { reason: { salt: `salt ${at}`, text: 'because' } }
    return at
  },
  'a text was added': (log, at) => {
    lineAt(log, at).texts.note = { salt: '', text: 'because' }
    return at
  },
  'an entry is no longer an object': (log, at) => {
    log.lines[at - 1] = null as unknown as Export['lines'][number]
    return at
  },
  'the texts are not shaped like texts': (log, at) => {
    Object.assign(lineAt(log, at), { texts: { reason: 5 } })
    return at
  },
  'a payload is missing without a filter': (log, at) => {
    Object.assign(lineAt(log, at), { payload: undefined })
    return at
  },
  'a digest is no digest': (log, at) => {
    lineAt(log, at).hash = lineAt(log, at).hash.toUpperCase().replace(/^./, 'X')
    return at
  },
  'the end was cut off': (log, at) => {
    log.lines.splice(at - 1)
    return at
  },
  'the end was cut off and the footer counted anew': (log, at) => {
    log.lines.splice(at - 1)
    log.footer = { count: at - 1, last_hash: lineAt(log, at - 1).hash }
    return at
  },
}

/** The line of an entry of a log that starts at 1. */
export function lineAt(log: Export, seq: number): Export['lines'][number] {
  const line = log.lines[seq - 1]
  if (line === undefined) throw new Error(`the log has no entry ${seq}`)
  return line
}

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
