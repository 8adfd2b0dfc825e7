import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import type { Db } from '../db.ts'
import type { Changed } from '../write-entry.ts'

interface OverrideToOpen {
  /** The id of the toggle's state. */
  readonly stateId: string
  /** The checks that are passed over. */
  readonly checks: readonly string[]
  readonly override: OverrideInput
}

/**
 * Opens the review of a state that came about although checks failed, for a second person to close
 * (product.md, rule 6).
 *
 * @returns its id, and its row as the entry of the override names it.
 */
export async function openOverride(
  tx: Db,
  actor: Actor,
  { stateId, checks, override }: OverrideToOpen,
): Promise<{ readonly id: string; readonly changed: Changed }> {
  const id = randomUUID()
  await tx.override.create({
    data: {
      id,
      toggleStateId: stateId,
      madeBy: actor.id,
      checks: [...checks],
      reason: override.reason,
      incidentLink: override.incident_link ?? null,
    },
  })
  return { id, changed: { entity: 'override', id, before: null } }
}
