import type { Actor, PersonActor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Attempt, change } from '../change.ts'

/**
 * Asks whether somebody may connect before a server is called, so that nobody else makes Rollcall
 * call anything.
 *
 * @throws Refused `forbidden`, put on record.
 */
export async function requireConnectorOnRecord(actor: Actor, attempt: Attempt): Promise<void> {
  if (isConnector(actor)) return
  await change(actor, attempt, async () => {
    throw new Refused({ code: 'forbidden', action: 'environment.connect' })
  })
}

function isConnector(actor: Actor): boolean {
  return actor.kind === 'person' && may(actor, 'environment.connect')
}

/**
 * Makes sure that an actor is a person who may connect environments, within a change.
 *
 * @throws Refused `forbidden`.
 */
export function requireConnector(actor: Actor): asserts actor is PersonActor {
  if (actor.kind === 'person' && may(actor, 'environment.connect')) return
  throw new Refused({ code: 'forbidden', action: 'environment.connect' })
}
