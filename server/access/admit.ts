import type { SignInRefusal } from '../../domain/people/sign-in-refusal.ts'
import { db } from '../db.ts'

const CLOCKS_DIFFER_MS = 60_000

/**
 * Whether somebody whom a verified ID token names may come in: it was made by the issuer that this
 * installation is set to (the library compares with what the provider's own discovery document
 * says), not made in the future (which the library lets pass), at a strength that is asked for, and for somebody who is not disabled.
 *
 * @returns why not; null when they may.
 */
export async function admit(
  claims: Readonly<Record<string, unknown>>,
  issuer: string,
  acrValues: readonly string[],
): Promise<SignInRefusal | null> {
  if (claims.iss !== issuer) return 'issuer'
  const { sub, acr, iat } = claims
  if (typeof iat !== 'number' || iat * 1000 > Date.now() + CLOCKS_DIFFER_MS) return 'expired'
  if (typeof sub !== 'string' || sub === '' || sub.length > 255) return 'subject'
  if (acrValues.length > 0 && !acrValues.some((one) => one === acr)) return 'assurance'
  const person = await db().person.findUnique({
    where: { issuer_subject: { issuer, subject: sub } },
    select: { disabled: true },
  })
  return person?.disabled ? 'disabled' : null
}
