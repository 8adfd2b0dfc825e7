import type { Actor } from '../../domain/actor.ts'
import type { SignInPolicy } from '../../domain/people/sign-in-policy.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { readOidcSettings } from '../oidc-settings.ts'
import { siteOrigin } from './session-cookie.ts'
import { findSignInPolicy } from './sign-in-policy.ts'

/** How people sign in here: what is set outside, without secrets, and the policy. */
export interface SignInState extends SignInPolicy {
  readonly issuer: string
  readonly client_id: string
  readonly scopes: readonly string[]
  readonly acr_values: readonly string[]
  readonly algorithm: string
  /** Where the identity provider sends people back to: to be registered there. */
  readonly redirect_uri: string
}

/**
 * How people sign in here.
 *
 * @throws Refused `forbidden`.
 */
export async function findSignIn(actor: Actor): Promise<SignInState> {
  if (!may(actor, 'person.manage')) {
    throw new Refused({ code: 'forbidden', action: 'person.manage' })
  }
  const given = (name: string) => process.env[name]?.trim() || undefined
  const { extraScopes, acrValues, algorithm } = readOidcSettings(given, () => undefined)
  return {
    ...(await findSignInPolicy()),
    issuer: given('OIDC_ISSUER') ?? '',
    client_id: given('OIDC_CLIENT_ID') ?? '',
    scopes: ['openid', 'profile', 'email', ...extraScopes],
    acr_values: acrValues,
    algorithm,
    redirect_uri: `${siteOrigin()}/api/auth/callback/oidc`,
  }
}
