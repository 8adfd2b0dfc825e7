import type { Actor } from '../../domain/actor.ts'
import { ERASED_NAME } from '../../domain/erased-person.ts'
import { refuseDisabling, refusePersonChange } from '../../domain/people/person-change.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { endTokensOf } from '../tokens/end-tokens-of.ts'
import { imageOf } from '../write-entry.ts'
import { administeredAlone, lockPerson } from './role-holder.ts'

/** Whether somebody can sign in, after a change of it. */
export interface Ability {
  readonly id: string
  readonly disabled: boolean
}

/**
 * Disables somebody: they cannot sign in any more, and their sessions and tokens end in the same
 * transaction. Their roles stay, for when they are enabled again; what they did stays on record.
 *
 * @throws Refused `forbidden`, `not_found`, `fresh_sign_in_needed`; `not_permitted` for oneself and
 *   for the last administrator of a team.
 */
export async function disablePerson(actor: Actor, id: string): Promise<Done<Ability>> {
  return change(actor, { tried: 'disable a person', target: {} }, async (tx) => {
    const now = await databaseNow(tx)
    const early = refusePersonChange(actor, now)
    if (early) throw new Refused(early)
    const administered = await tx.membership.findMany({
      where: { personId: id, revoked: false, role: 'administrator' },
      select: { teamId: true },
    })
    const alone = await administeredAlone(
      tx,
      id,
      administered.map(({ teamId }) => teamId),
    )
    const person = await lockPerson(tx, id)
    const names = person.disabled ? [] : alone.map(({ name }) => name)
    const refusal = refuseDisabling(actor, person, names, now)
    if (refusal) throw new Refused(refusal)
    const result = { id, disabled: true }
    if (person.disabled) return { result, entries: 'unchanged' }
    const before = await imageOf(tx, 'person', id)
    await tx.person.update({
      where: { id },
      data: { disabled: true, version: person.version + 1 },
    })
    const { count: sessions } = await tx.session.deleteMany({ where: { personId: id } })
    const tokens = await endTokensOf(tx, id)
    return {
      result,
      entries: [
        {
          type: 'person.disabled',
          target: {},
          data: { person: id, sessions, tokens: tokens.length },
          changed: [{ entity: 'person', id, before }],
        },
        ...tokens,
      ],
    }
  })
}

/**
 * Lets somebody who was disabled sign in again, with the roles they had. Their sessions and tokens
 * stay ended.
 *
 * @throws Refused `forbidden`, `not_found`, `fresh_sign_in_needed`; `settled` for who was erased.
 */
export async function enablePerson(actor: Actor, id: string): Promise<Done<Ability>> {
  return change(actor, { tried: 'enable a person', target: {} }, async (tx) => {
    const refusal = refusePersonChange(actor, await databaseNow(tx))
    if (refusal) throw new Refused(refusal)
    const person = await lockPerson(tx, id)
    if (person.name === ERASED_NAME) {
      throw new Refused({ code: 'settled', what: 'person', how: 'erased' })
    }
    const result = { id, disabled: false }
    if (!person.disabled) return { result, entries: 'unchanged' }
    const before = await imageOf(tx, 'person', id)
    await tx.person.update({
      where: { id },
      data: { disabled: false, version: person.version + 1 },
    })
    const changed = [{ entity: 'person', id, before }] as const
    return {
      result,
      entries: [{ type: 'person.enabled', target: {}, data: { person: id }, changed }],
    }
  })
}
