import type { Actor } from '../../domain/actor.ts'
import { findEntries } from '../audit/find-entries.ts'
import type { AuditEntry } from '../audit/read-entries.ts'

const HOUR_MS = 3_600_000
const SHOWN = 12
const READ = 100
const SET_UP = /^(team|environment|person|membership|token)\./

/** The last hour of the log, as much as a page shows. */
export interface RecentChanges {
  readonly entries: readonly Pick<
    AuditEntry,
    'seq' | 'sealed_at' | 'sentence' | 'outcome' | 'reason'
  >[]
  /** Whether the hour holds more than is shown. */
  readonly has_more: boolean
}

/**
 * What changed within the last hour, newest first, denied attempts too. Left out is who signed in
 * or read the log, which changes nothing, and what Rollcall set up by itself when it first started.
 *
 * @throws Refused `forbidden`.
 */
export async function findRecentChanges(actor: Actor): Promise<RecentChanges> {
  const from = new Date(Date.now() - HOUR_MS)
  const { entries, next_cursor: next } = await findEntries(actor, { from, limit: READ })
  const changes = entries.filter(
    ({ type, actor: { kind } }) =>
      !/^(session|log)\./.test(type) && !(kind === 'system' && SET_UP.test(type)),
  )
  return {
    entries: changes.slice(0, SHOWN).map(({ seq, sealed_at, sentence, outcome, reason }) => ({
      seq,
      sealed_at,
      sentence,
      outcome,
      reason,
    })),
    has_more: changes.length > SHOWN || next !== null,
  }
}
