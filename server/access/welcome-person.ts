import { change, told } from '../change.ts'
import type { Db } from '../db.ts'
import { type Entry, imageOf } from '../write-entry.ts'
import { applyGroups } from './apply-groups.ts'
import { findSignInPolicy } from './sign-in-policy.ts'
import { systemActor } from './system-actor.ts'

/** Somebody as the identity provider describes them at a sign-in. */
export interface Described {
  /** The person's id. */
  readonly id: string
  readonly name: string
  readonly email: string | null
  /** The claims of the ID token. */
  readonly claims: unknown
}

/**
 * Takes over what the identity provider says of somebody who signs in, before their session starts:
 * name and e-mail where they changed, and the roles that their groups give.
 */
export async function welcomePerson(person: Described, address: string | null): Promise<void> {
  const attempt = { tried: 'take over what the identity provider says', target: {} }
  await change(systemActor(address), attempt, async (tx) => {
    const policy = await findSignInPolicy(tx)
    const roles = await applyGroups(tx, person.id, person.claims, policy)
    return told(null, [...(await takeOver(tx, person)), ...roles])
  })
}

async function takeOver(tx: Db, { id, name, email }: Described): Promise<Entry[]> {
  const known = await tx.person.findUniqueOrThrow({
    where: { id },
    select: { name: true, email: true, version: true },
  })
  const now = { name, email: email ?? known.email }
  if (known.name === now.name && known.email === now.email) return []
  const before = await imageOf(tx, 'person', id)
  await tx.person.update({ where: { id }, data: { ...now, version: known.version + 1 } })
  const changed = [{ entity: 'person', id, before }] as const
  return [{ type: 'person.updated', target: {}, data: { person: id }, changed }]
}
