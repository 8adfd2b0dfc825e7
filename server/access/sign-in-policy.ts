import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { DEFAULT_SIGN_IN_POLICY, type SignInPolicy } from '../../domain/people/sign-in-policy.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { freshlySignedIn } from '../../domain/roll-call/fresh-sign-in.ts'
import { change, type Done } from '../change.ts'
import { type Db, db } from '../db.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { imageOf } from '../write-entry.ts'

/** How people sign in here; what holds by default where nobody set anything else. */
export async function findSignInPolicy(tx: Db = db()): Promise<SignInPolicy> {
  const row = await tx.signInPolicy.findFirst()
  if (!row) return DEFAULT_SIGN_IN_POLICY
  return {
    idle_minutes: row.idleMinutes,
    administrator_idle_minutes: row.administratorIdleMinutes,
    absolute_hours: row.absoluteHours,
    groups_claim: row.groupsClaim,
  }
}

/**
 * Sets how long sessions last and from which claim groups are read. Shorter limits hold at once,
 * also for sessions that stand; a longer one in hours only for those that begin.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`.
 */
export async function setSignInPolicy(
  actor: Actor,
  policy: SignInPolicy,
): Promise<Done<SignInPolicy>> {
  return change(actor, { tried: 'change how people sign in', target: {} }, async (tx) => {
    await requireSetter(tx, actor)
    // Two at once happen one after the other, also where there is no row yet.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7265746733)`
    const row = await tx.signInPolicy.findFirst()
    const known = await findSignInPolicy(tx)
    const isSame = JSON.stringify(known) === JSON.stringify(policy)
    if (isSame) return { result: policy, entries: 'unchanged' }
    const data = {
      idleMinutes: policy.idle_minutes,
      administratorIdleMinutes: policy.administrator_idle_minutes,
      absoluteHours: policy.absolute_hours,
      groupsClaim: policy.groups_claim,
    }
    const id = row?.id ?? randomUUID()
    const before = row ? await imageOf(tx, 'sign_in_policy', id) : null
    if (row) {
      await tx.signInPolicy.update({ where: { id }, data: { ...data, version: row.version + 1 } })
    } else await tx.signInPolicy.create({ data: { id, ...data } })
    const changed = [{ entity: 'sign_in_policy', id, before }] as const
    return {
      result: policy,
      entries: [{ type: 'sign_in_policy.set', target: {}, data: { ...policy }, changed }],
    }
  })
}

/**
 * Holds that the actor may say how people sign in: an administrator, in person and freshly signed in.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`.
 */
export async function requireSetter(tx: Db, actor: Actor): Promise<void> {
  if (actor.kind !== 'person' || !may(actor, 'person.manage')) {
    throw new Refused({ code: 'forbidden', action: 'person.manage' })
  }
  if (!freshlySignedIn(actor, await databaseNow(tx))) {
    throw new Refused({ code: 'fresh_sign_in_needed', action: 'change how people sign in' })
  }
}
