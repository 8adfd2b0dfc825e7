import type { Actor, PersonActor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { freshlySignedIn } from '../../domain/roll-call/fresh-sign-in.ts'
import type { Db } from '../db.ts'
import { databaseNow } from '../roll-call/database-now.ts'

/**
 * Whoever may keep webhooks: a person with the right, freshly signed in, since what a webhook sends
 * leaves the house for good.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`.
 */
export async function requireWebhookKeeper(tx: Db, actor: Actor): Promise<PersonActor> {
  if (actor.kind !== 'person' || !may(actor, 'webhook.manage')) {
    throw new Refused({ code: 'forbidden', action: 'webhook.manage' })
  }
  if (!freshlySignedIn(actor, await databaseNow(tx))) {
    throw new Refused({ code: 'fresh_sign_in_needed', action: 'keep webhooks' })
  }
  return actor
}
