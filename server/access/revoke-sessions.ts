import type { Actor } from '../../domain/actor.ts'
import { refusePersonChange } from '../../domain/people/person-change.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { databaseNow } from '../roll-call/database-now.ts'

/** Which sessions of somebody end: one, or all but the one that is named. */
export interface SessionsMeant {
  readonly person: string
  readonly session?: string
  readonly but?: string | null
}

/**
 * Ends sessions before their time: one's own at any moment, anybody's for whoever manages people.
 * The browser is out at its next request. What is over already stays so.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed` for another's; `not_found` for nobody.
 */
export async function revokeSessions(
  actor: Actor,
  { person, session, but }: SessionsMeant,
): Promise<Done<{ ended: number }>> {
  return change(actor, { tried: 'end a session', target: {} }, async (tx) => {
    const isOwn = actor.kind === 'person' && actor.id === person
    if (!isOwn) {
      const refusal = refusePersonChange(actor, await databaseNow(tx))
      if (refusal) throw new Refused(refusal)
      const found = await tx.person.findUnique({ where: { id: person }, select: { id: true } })
      if (!found) throw new Refused({ code: 'not_found', what: 'person', key: person })
    }
    const { count } = await tx.session.deleteMany({
      where: {
        personId: person,
        ...(session === undefined ? {} : { id: session }),
        ...(but ? { id: { not: but } } : {}),
      },
    })
    const result = { ended: count }
    if (count === 0) return { result, entries: 'unchanged' }
    const data = { person, sessions: count }
    return { result, entries: [{ type: 'session.revoked', target: {}, data, changed: [] }] }
  })
}
