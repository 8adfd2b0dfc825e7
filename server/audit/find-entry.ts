import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { type AuditEntry, readEntries } from './read-entries.ts'
import { requireReader } from './require-reader.ts'

/**
 * One entry by its number.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findEntry(actor: Actor, seq: number): Promise<AuditEntry> {
  requireReader(actor)
  const [entry] = await readEntries([seq], actor)
  if (!entry) throw new Refused({ code: 'not_found', what: 'audit entry', key: String(seq) })
  return entry
}
