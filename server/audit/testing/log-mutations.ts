import { randomUUID } from 'node:crypto'
import { canonical, type Json } from '../../../domain/audit/canonical.ts'
import { leafOf, linkHash } from '../../../domain/audit/chain.ts'
import type { LogCopy, LogLine } from './log-copy.ts'

/** A number below another, by chance. */
export type Chance = (below: number) => number

/** The seq that must be said not to hold; null: the chain cannot tell, only a signed head can. */
export type FirstBroken = number | null

/** Alters a log at one place, counted from 0; the place has a neighbour on each side. */
export type Mutation = (log: LogCopy, at: number, chance: Chance) => FirstBroken

interface Payload {
  [member: string]: Json | undefined
  outcome: string
  changes: { entity: string; id: string; version: number; before: Json; after: Json }[]
}

const HEX = '0123456789abcdef'

function lineAt({ lines }: LogCopy, at: number): LogLine {
  const line = lines[at]
  if (!line) throw new Error(`the log has no line ${at}`)
  return line
}

function otherDigest(digest: string, chance: Chance): string {
  const at = chance(64)
  const digit = HEX[(HEX.indexOf(digest[at] ?? '0') + 1 + chance(15)) % 16]
  return `${digest.slice(0, at)}${digit}${digest.slice(at + 1)}`
}

function rewrite(line: LogLine, change: (payload: Payload) => void): void {
  const payload: Payload = JSON.parse(line.payload)
  change(payload)
  line.payload = canonical(payload as Json)
}

/** Any one field of a payload, but not its ids: those the database itself holds equal to its own. */
function alterAnyField(line: LogLine, chance: Chance): void {
  rewrite(line, (payload) => {
    const [name] = [['via', 'type', 'target', 'data', 'actor', 'v', 'texts'][chance(7)] ?? 'via']
    const value = payload[name]
    if (name === 'actor') payload.actor = { ...Object(value), id: randomUUID() }
    else if (typeof value === 'string') payload[name] = `${value}x`
    else if (typeof value === 'number') payload[name] = value + 1
    else payload[name] = { ...Object(value), altered: `${chance(1000)}` }
  })
}

/** Seals one line as the database would have. */
function resealOne(line: LogLine, prev = line.prev): void {
  line.prev = prev
  line.leaf = leafOf(line.payload)
  line.hash = linkHash({ ...line, seq: BigInt(line.seq), sealedAtMicros: BigInt(line.sealed_at) })
}

/** Numbers and seals everything anew from a place on: the forgery that no chain by itself can tell. */
export function resealFrom(log: LogCopy, from: number): void {
  for (let at = from; at < log.lines.length; at += 1) {
    const line = lineAt(log, at)
    line.seq = at + 1
    resealOne(line, at === 0 ? line.prev : lineAt(log, at - 1).hash)
  }
}

/** The first line after a place that tells a change of a row that the line at the place told of. */
function nextOfSameRows(log: LogCopy, at: number): FirstBroken {
  const rows = (line: LogLine) =>
    (JSON.parse(line.payload) as Payload).changes.map(({ entity, id }) => `${entity} ${id}`)
  const told = rows(lineAt(log, at))
  const next = log.lines.slice(at + 1).find((line) => rows(line).some((row) => told.includes(row)))
  return next?.seq ?? null
}

function tellsChanges(line: LogLine): boolean {
  return (JSON.parse(line.payload) as Payload).changes.length > 0
}

/** What is hashed and not hashed anew, or hashed anew and not followed: the chain by itself tells. */
export const IN_THE_CHAIN: Readonly<Record<string, Mutation>> = {
  'a field of a payload was altered': (log, at, chance) => {
    alterAnyField(lineAt(log, at), chance)
    return at + 1
  },
  'a payload was altered and its leaf with it': (log, at, chance) => {
    const line = lineAt(log, at)
    alterAnyField(line, chance)
    line.leaf = leafOf(line.payload)
    return at + 1
  },
  'an entry was forged and hashed anew': (log, at, chance) => {
    alterAnyField(lineAt(log, at), chance)
    resealOne(lineAt(log, at))
    return at + 2
  },
  'a leaf was altered': (log, at, chance) => {
    lineAt(log, at).leaf = otherDigest(lineAt(log, at).leaf, chance)
    return at + 1
  },
  'a prev was altered': (log, at, chance) => {
    lineAt(log, at).prev = otherDigest(lineAt(log, at).prev, chance)
    return at + 1
  },
  'a hash was altered': (log, at, chance) => {
    lineAt(log, at).hash = otherDigest(lineAt(log, at).hash, chance)
    return at + 1
  },
  'a time was altered': (log, at, chance) => {
    const line = lineAt(log, at)
    line.sealed_at = String(BigInt(line.sealed_at) + BigInt(1 + chance(1_000_000)))
    return at + 1
  },
  'a time was set back, and the rest sealed anew': (log, at, chance) => {
    const before = BigInt(lineAt(log, at - 1).sealed_at)
    lineAt(log, at).sealed_at = String(before - BigInt(1 + chance(1_000_000)))
    resealFrom(log, at)
    return at + 1
  },
  'an entry was taken out': (log, at) => {
    log.lines.splice(at, 1)
    return at + 1
  },
  'an entry was taken out and the rest counted anew': (log, at) => {
    log.lines.splice(at, 1)
    for (const line of log.lines.slice(at)) line.seq -= 1
    return at + 1
  },
  'the beginning was cut off': (log, at) => {
    log.lines.splice(0, at)
    return 1
  },
  'two entries changed places': (log, at) => {
    const [one, two] = [lineAt(log, at), lineAt(log, at + 1)]
    log.lines.splice(at, 2, { ...two, seq: one.seq }, { ...one, seq: two.seq })
    return at + 1
  },
  'an entry stands twice': (log, at) => {
    log.lines.splice(at, 0, { ...lineAt(log, at) })
    return at + 2
  },
  'an entry stands twice, the rest counted anew': (log, at) => {
    log.lines.splice(at, 0, { ...lineAt(log, at) })
    for (const line of log.lines.slice(at + 1)) line.seq += 1
    return at + 2
  },
  'an entry has another number': (log, at, chance) => {
    lineAt(log, at).seq = log.lines.length + 1 + chance(30)
    log.lines.sort((a, b) => a.seq - b.seq)
    return at + 1
  },
  'a forged entry, hashed, was spliced in': (log, at, chance) => {
    const forged = { ...lineAt(log, at), texts: {}, seq: at + 2 }
    rewrite(forged, (payload) => Object.assign(payload, { id: randomUUID(), changes: [] }))
    alterAnyField(forged, chance)
    resealOne(forged, lineAt(log, at).hash)
    log.lines.splice(at + 1, 0, forged)
    for (const line of log.lines.slice(at + 2)) line.seq += 1
    return at + 3
  },
}

/** What is sealed anew to the very end: told where the images no longer follow, else by a head only. */
export const SEALED_ANEW: Readonly<Record<string, Mutation>> = {
  'what an entry says was altered': (log, at) => {
    rewrite(lineAt(log, at), (payload) => Object.assign(payload, { via: 'flipper' }))
    resealFrom(log, at)
    return null
  },
  'an image after was altered': (log, at, chance) => {
    rewrite(lineAt(log, at), ({ changes }) => {
      for (const change of changes) change.after = { ...Object(change.after), forged: chance(9) }
    })
    resealFrom(log, at)
    return nextOfSameRows(log, at)
  },
  'an image before was altered': (log, at, chance) => {
    const broken = tellsChanges(lineAt(log, at)) ? at + 1 : null
    rewrite(lineAt(log, at), ({ changes }) => {
      for (const change of changes) change.before = { ...Object(change.before), forged: chance(9) }
    })
    resealFrom(log, at)
    return broken
  },
  'a version was altered': (log, at, chance) => {
    const broken = tellsChanges(lineAt(log, at)) ? at + 1 : null
    rewrite(lineAt(log, at), ({ changes }) => {
      for (const change of changes) change.version += 1 + chance(9)
    })
    resealFrom(log, at)
    return broken
  },
  'a change was made a denied attempt': (log, at) => {
    const broken = tellsChanges(lineAt(log, at)) ? at + 1 : null
    rewrite(lineAt(log, at), (payload) => Object.assign(payload, { outcome: 'denied' }))
    resealFrom(log, at)
    return broken
  },
  'an entry was taken out for good': (log, at) => {
    const broken = nextOfSameRows(log, at)
    log.lines.splice(at, 1)
    resealFrom(log, at)
    return broken === null ? null : broken - 1
  },
  'an entry that tells no change was put in': (log, at) => {
    const forged = { ...lineAt(log, at), texts: {} }
    const own = { id: randomUUID(), changes: [], texts: {} }
    rewrite(forged, (payload) => Object.assign(payload, own))
    log.lines.splice(at + 1, 0, forged)
    resealFrom(log, at + 1)
    return null
  },
  'the end was cut off': (log, at) => {
    log.lines.splice(at)
    return null
  },
}
