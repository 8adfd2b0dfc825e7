import type { Actor } from '../../domain/actor.ts'
import type { IncomingToggle } from '../../domain/migration/incoming.ts'
import type { Db } from '../db.ts'
import { recordFlip } from '../toggles/record-flip.ts'
import { findStateRow, unwrittenStateRow } from '../toggles/state-row.ts'
import { assess, holdToChecks, permit } from '../toggles/weigh.ts'
import type { Entry } from '../write-entry.ts'

interface Into {
  readonly environment: string
  readonly reason: string
  readonly override?: { readonly reason: string } | undefined
}

/**
 * Takes a toggle to the state that a file has for it, with the permission and checks of any flip.
 * Of a toggle that this import registers the state is made at once: a row changes once in a
 * transaction.
 */
export async function takeState(
  tx: Db,
  actor: Actor,
  { key, state }: IncomingToggle,
  isNew: boolean,
  { environment, reason, override }: Into,
): Promise<Entry[]> {
  if (state === undefined) return []
  const row = isNew
    ? await unwrittenStateRow(tx, key, environment)
    : await findStateRow(tx, key, environment, { lock: true })
  const weighed = await assess(tx, row, state)
  if (weighed.direction === 'same') return []
  await permit(tx, actor, row, weighed)
  holdToChecks(actor, row, weighed, override)
  return recordFlip(tx, actor, { row, after: state, weighed, reason, override })
}
