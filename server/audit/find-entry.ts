import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type AuditEntry, readEntries } from './read-entries.ts'

/**
 * One entry by its number.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findEntry(actor: Actor, seq: number): Promise<AuditEntry> {
  if (!may(actor, 'audit.read')) throw new Refused({ code: 'forbidden', action: 'audit.read' })
  const [entry] = await readEntries([seq])
  if (!entry) throw new Refused({ code: 'not_found', what: 'audit entry', key: String(seq) })
  return entry
}
