import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { siteOrigin } from '../access/session-cookie.ts'
import { findHead } from './verify.ts'

/** A head of the log: so many entries, ending in this hash. Whoever keeps it can tell a rewriting. */
export interface LogHead {
  /** The address of the installation whose log it is. */
  readonly origin: string
  /** How many entries; the number of the newest. */
  readonly size: number
  /** Of the newest entry, in hex. */
  readonly hash: string
  /** When that entry was sealed: ISO 8601, UTC. */
  readonly sealed_at: string
  /** Whether somebody has put their key under it. */
  readonly signed: false
}

/**
 * The heads that are known of the log, the newest first: the one that it has now, which nobody has
 * signed; none while the log is empty.
 *
 * @throws Refused `forbidden`.
 */
export async function findHeads(actor: Actor): Promise<readonly LogHead[]> {
  if (!may(actor, 'audit.read')) throw new Refused({ code: 'forbidden', action: 'audit.read' })
  const head = await findHead()
  if (!head) return []
  const { seq: size, hash, sealed_at } = head
  return [{ origin: siteOrigin(), size, hash, sealed_at, signed: false }]
}
