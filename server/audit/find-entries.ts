import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type EntryFilter, sinceNow } from './entry-filter.ts'
import { findSeqs } from './find-seqs.ts'
import { type AuditEntry, readEntries } from './read-entries.ts'

/** A filter of the log and which page of it. */
export interface FindEntries extends EntryFilter {
  /** The number before which the page lies, as the page before gave it. */
  readonly cursor?: number | undefined
  /** The number after which the page lies: what is new since, or the page towards the newest. */
  readonly after?: number | undefined
  /** At most 200; 50 when left out. */
  readonly limit?: number | undefined
}

export interface EntryPage {
  readonly entries: readonly AuditEntry[]
  /** The cursor of the older page, null when there is none. */
  readonly next_cursor: string | null
}

/**
 * Entries of the log, newest first, each with its sentence. Paged by number: however deep, a page
 * is one short walk along an index, and what is written meanwhile moves nothing.
 *
 * @throws Refused `forbidden`.
 */
export async function findEntries(actor: Actor, find: FindEntries): Promise<EntryPage> {
  if (!may(actor, 'audit.read')) throw new Refused({ code: 'forbidden', action: 'audit.read' })
  const { cursor: before, after, limit = 50, ...filter } = find
  const seqs = await findSeqs(sinceNow(filter), { before, after, limit: limit + 1 })
  const isMore = seqs.length > limit
  // Towards the newest, the one too many is the newest; it belongs to the page after.
  const shown = after === undefined ? seqs.slice(0, limit) : seqs.slice(-limit)
  const hasOlder = after === undefined ? isMore : true
  const last = shown.at(-1)
  return {
    entries: await readEntries(shown, actor),
    next_cursor: hasOlder && last !== undefined ? String(last) : null,
  }
}
