import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { may } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import { freshlySignedIn } from '../roll-call/fresh-sign-in.ts'

const line = (most: number) =>
  z
    .string('is a text.')
    .trim()
    .min(1, 'must not be empty.')
    .max(most, `is ${most} characters at most.`)
    .regex(/^\P{Cc}*$/u, 'is one line without control characters.')

/** Somebody to be known before they first sign in, from a form or a program. */
export const newPersonInput = z.strictObject({
  /** The identity provider's address; this installation's when left out. */
  issuer: line(500).nullish(),
  subject: line(255),
  name: line(120),
  email: z.email('is an e-mail address.').max(254, 'is 254 characters at most.').nullish(),
})

export type NewPersonInput = z.infer<typeof newPersonInput>

/**
 * Why this actor may not manage people: add, disable or enable them, or end their sessions; null
 * when they may. In person and freshly signed in.
 */
export function refusePersonChange(actor: Actor, now: Date): Refusal | null {
  if (actor.kind !== 'person' || !may(actor, 'person.manage')) {
    return { code: 'forbidden', action: 'person.manage' }
  }
  return freshlySignedIn(actor, now)
    ? null
    : { code: 'fresh_sign_in_needed', action: 'manage people' }
}

/**
 * Why somebody may not be disabled; null when they may: not oneself, and never the last who
 * administers a team.
 */
export function refuseDisabling(
  actor: Actor,
  person: { readonly id: string; readonly name: string },
  lastAdministratorOf: readonly string[],
  now: Date,
): Refusal | null {
  const refusal = refusePersonChange(actor, now)
  if (refusal) return refusal
  if (actor.id === person.id) {
    const detail = 'Nobody disables themself. Ask another administrator.'
    return { code: 'not_permitted', detail }
  }
  const [team] = lastAdministratorOf
  if (team === undefined) return null
  const detail = `${person.name} is the last administrator of ${team}, and without one nobody could grant roles there. Make somebody else an administrator first.`
  return { code: 'not_permitted', detail }
}
