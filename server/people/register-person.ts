import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { type NewPersonInput, refusePersonChange } from '../../domain/people/person-change.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { databaseNow } from '../roll-call/database-now.ts'

/**
 * Makes somebody known by issuer and subject before they first sign in, so that roles can be
 * granted to them. Their name and e-mail are the identity provider's from their first sign-in on.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`; `invalid` without an issuer, and for who is
 *   known already.
 */
export async function registerPerson(
  actor: Actor,
  input: NewPersonInput,
): Promise<Done<{ id: string }>> {
  return change(actor, { tried: 'add a person', target: {} }, async (tx) => {
    const refusal = refusePersonChange(actor, await databaseNow(tx))
    if (refusal) throw new Refused(refusal)
    const issuer = input.issuer ?? process.env.OIDC_ISSUER
    if (!issuer) {
      const message = 'is needed: this installation names no identity provider.'
      throw new Refused({ code: 'invalid', errors: [{ path: 'issuer', message }] })
    }
    const id = randomUUID()
    const { subject, name } = input
    const { count } = await tx.person.createMany({
      data: [{ id, issuer, subject, name, email: input.email ?? null }],
      skipDuplicates: true,
    })
    if (count === 0) {
      const message = 'belongs to somebody who is known already.'
      throw new Refused({ code: 'invalid', errors: [{ path: 'subject', message }] })
    }
    const changed = [{ entity: 'person', id, before: null }] as const
    return {
      result: { id },
      entries: [{ type: 'person.added', target: {}, data: { person: id }, changed }],
    }
  })
}
