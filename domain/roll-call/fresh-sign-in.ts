import type { PersonActor } from '../actor.ts'

/** How long after proving who they are a person may sign, in milliseconds. */
const FRESH_FOR_MS = 15 * 60 * 1000

/**
 * Whether this person proved who they are recently enough to sign, at the moment `now`. Asked of
 * sessions alone: a token that may sign is short-lived instead. A session whose time of sign-in is
 * unknown or lies in the future is not fresh (a minute's difference of clocks is forgiven).
 */
export function freshlySignedIn(actor: PersonActor, now: Date): boolean {
  if (actor.tokenId !== null) return true
  if (actor.authenticatedAt === null) return false
  const age = now.getTime() - actor.authenticatedAt.getTime()
  return age <= FRESH_FOR_MS && age >= -60_000
}

/**
 * Whether the token that this person acts through may sign: one that is limited to some things must
 * have `sign` among them. Always so in a session, of which a fresh sign-in is asked instead.
 */
export function tokenMaySign({ tokenId, tokenScopes = [] }: PersonActor): boolean {
  return tokenId === null || tokenScopes.length === 0 || tokenScopes.includes('sign')
}
