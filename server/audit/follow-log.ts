import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, told } from '../change.ts'
import { db } from '../db.ts'
import { watchLog } from '../live/watch-log.ts'
import type { EntryFilter } from './entry-filter.ts'
import { findSeqs } from './find-seqs.ts'
import { type AuditEntry, readEntries } from './read-entries.ts'

/** A part of the log, as a program that follows it asks for it. */
export interface FollowLog extends EntryFilter {
  /** The number after which it goes on: 0, or `next` of the answer before. */
  readonly after: number
  /** The most entries. */
  readonly limit: number
  /** How long to wait when there is nothing new, in seconds; 0 answers at once. */
  readonly wait: number
}

export interface FollowedPart {
  /** Oldest first. */
  readonly entries: readonly AuditEntry[]
  /** What to ask `after` next, once these are kept; also past entries that the filter left out. */
  readonly next: number
  /** Whether there is more already. */
  readonly more: boolean
}

/**
 * The log from a place on, oldest first, for a program that follows it. Numbers have no gaps and rise
 * in the order of commits, so that whoever keeps `next` after it has kept the entries misses none and
 * gets again, at most, what it had not kept. That somebody follows is an entry, once a day.
 *
 * @throws Refused `forbidden`.
 */
export async function followLog(actor: Actor, follow: FollowLog): Promise<FollowedPart> {
  await recordFollowing(actor)
  const { after, limit, wait, ...filter } = follow
  const until = Date.now() + wait * 1000
  for (;;) {
    const newest = await newestSeq()
    const place = { after, before: newest + 1, limit: limit + 1 }
    const seqs = newest <= after ? [] : (await findSeqs(filter, place)).reverse()
    const isOver = Date.now() >= until
    if (seqs.length === 0 && !isOver) {
      await movedBeyond(newest, until)
      continue
    }
    const more = seqs.length > limit
    const shown = seqs.slice(0, limit)
    const next = more ? (shown.at(-1) ?? after) : Math.max(newest, after)
    return { entries: (await readEntries(shown, actor)).reverse(), next, more }
  }
}

async function newestSeq(): Promise<number> {
  const newest = await db().auditChain.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  return Number(newest?.seq ?? 0)
}

/** Waits until the log is longer than `seq`, or the time is over. */
function movedBeyond(seq: number, until: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unwatch()
      resolve()
    }
    const timer = setTimeout(() => done(), Math.max(0, until - Date.now()))
    let unwatch = (): void => undefined
    unwatch = watchLog((newest) => {
      // The first call may come before there is anything to end.
      if (newest > seq) queueMicrotask(done)
    })
  })
}

async function recordFollowing(actor: Actor): Promise<void> {
  if (may(actor, 'audit.export') && (await isOnRecord(actor))) return
  await change(actor, { tried: 'follow the audit log', target: {} }, async () => {
    if (!may(actor, 'audit.export')) {
      throw new Refused({ code: 'forbidden', action: 'audit.export' })
    }
    return told(null, [{ type: 'log.followed', target: {}, data: {}, changed: [] }])
  })
}

async function isOnRecord({ id }: Actor): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT FROM audit.listing l JOIN audit.chain c ON c.seq = l.seq
     WHERE l.type = 'log.followed' AND l.actor_id = ${id} AND c.sealed_at > now() - interval '1 day'
     LIMIT 1`
  return rows.length > 0
}
