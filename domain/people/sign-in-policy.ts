import { z } from 'zod'

/** How long sessions last, and from which claim of the identity provider groups are read. */
export interface SignInPolicy {
  /** A session ends after so many minutes without a request. */
  readonly idle_minutes: number
  /** The same for administrators. */
  readonly administrator_idle_minutes: number
  /** A session ends so many hours after it began, whatever happens. */
  readonly absolute_hours: number
  /** The claim that names groups; null: groups give no roles. */
  readonly groups_claim: string | null
}

/** Until somebody sets another: half an hour, a quarter for administrators, half a day; no groups. */
export const DEFAULT_SIGN_IN_POLICY: SignInPolicy = {
  idle_minutes: 30,
  administrator_idle_minutes: 15,
  absolute_hours: 12,
  groups_claim: null,
}

const whole = (least: number, most: number) =>
  z.int('is a whole number.').min(least, `is ${least} at least.`).max(most, `is ${most} at most.`)

/** The policy from a form or a program. */
export const signInPolicyInput = z.strictObject({
  idle_minutes: whole(5, 120),
  administrator_idle_minutes: whole(5, 120),
  absolute_hours: whole(1, 24),
  groups_claim: z
    .string('is the name of a claim.')
    .trim()
    .max(200, 'is 200 characters at most.')
    .regex(/^[\x21-\x7e]*$/, 'is visible ASCII without spaces.')
    .nullable()
    .transform((claim) => (claim === '' ? null : claim)),
})

/**
 * Whether a session has ended by itself at the moment `now`.
 *
 * @param administers whether its person is an administrator of any team.
 */
export function hasRunOut(
  session: { readonly lastSeenAt: Date; readonly createdAt: Date; readonly expiresAt: Date },
  policy: SignInPolicy,
  administers: boolean,
  now: Date,
): boolean {
  const idle = administers
    ? Math.min(policy.idle_minutes, policy.administrator_idle_minutes)
    : policy.idle_minutes
  return (
    session.expiresAt <= now ||
    session.createdAt.getTime() + policy.absolute_hours * 3_600_000 <= now.getTime() ||
    session.lastSeenAt.getTime() + idle * 60_000 <= now.getTime()
  )
}
