import type { Actor } from '../../domain/actor.ts'
import type { IncomingToggle } from '../../domain/migration/incoming.ts'
import type { Db } from '../db.ts'
import { recordFlip } from '../toggles/record-flip.ts'
import { findStateRow } from '../toggles/state-row.ts'
import { assess, holdToChecks, permit } from '../toggles/weigh.ts'
import type { Entry } from '../write-entry.ts'

interface Into {
  readonly environment: string
  readonly reason: string
  readonly override?: { readonly reason: string } | undefined
}

/** Flips a toggle to the state that a file has for it, with the permission and checks of any flip. */
export async function takeState(
  tx: Db,
  actor: Actor,
  { key, state }: IncomingToggle,
  { environment, reason, override }: Into,
): Promise<Entry[]> {
  if (state === undefined) return []
  const row = await findStateRow(tx, key, environment, { lock: true })
  const weighed = await assess(tx, row, state)
  if (weighed.direction === 'same') return []
  permit(actor, row, weighed)
  holdToChecks(actor, row, weighed, override)
  return recordFlip(tx, actor, { row, after: state, weighed, reason, undoes: null, override })
}
