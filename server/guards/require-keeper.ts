import type { Actor, PersonActor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { freshlySignedIn } from '../../domain/roll-call/fresh-sign-in.ts'
import type { Db } from '../db.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import type { StateRow } from '../toggles/state-row.ts'

/**
 * Whoever may keep the guards of a toggle: a person of its team with the right, freshly signed in,
 * since a guard's secret is as good as a token.
 *
 * @throws Refused `not_permitted` for a service account, `forbidden`, `fresh_sign_in_needed`.
 */
export async function requireKeeper(
  tx: Db,
  actor: Actor,
  row: Pick<StateRow, 'toggle'>,
): Promise<PersonActor> {
  if (!may(actor, 'guard.manage', row.toggle.teamId)) {
    throw new Refused({ code: 'forbidden', action: 'guard.manage' })
  }
  if (actor.kind !== 'person') {
    throw new Refused({ code: 'not_permitted', detail: 'A guard is kept by a person.' })
  }
  if (!freshlySignedIn(actor, await databaseNow(tx))) {
    throw new Refused({ code: 'fresh_sign_in_needed', action: 'keep guards' })
  }
  return actor
}
