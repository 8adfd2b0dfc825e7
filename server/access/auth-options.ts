import type { NextAuthOptions } from 'next-auth'
import { readOidcSettings } from '../oidc-settings.ts'
import { adapter } from './adapter.ts'
import { admit } from './admit.ts'
import { describedBy } from './read-claims.ts'
import { sessionCookieName, siteOrigin } from './session-cookie.ts'
import { type SignInMoment, signInMoment } from './sign-in-moment.ts'
import { findSignInPolicy } from './sign-in-policy.ts'
import { makeSessionToken } from './token.ts'

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: sign-in needs an identity provider.`)
  return value
}

/** What next-auth says of a failure goes to the request that failed, not to the console. */
const logger: NonNullable<NextAuthOptions['logger']> = {
  error: (code, told) => {
    const moment = signInMoment.getStore()
    if (!moment || moment.said !== null) return
    const error = told instanceof Error ? told : told.error
    moment.said = `${code}: ${error instanceof Error ? error.message : ''}`
  },
  warn: () => undefined,
  debug: () => undefined,
}

/**
 * next-auth for one request: OIDC only, sessions in the database, state, nonce and PKCE all checked.
 * Made anew for each request so that what the provider said about *when* the person signed in
 * reaches the session that starts.
 */
export async function authOptions(moment: SignInMoment): Promise<NextAuthOptions> {
  const { issuer } = moment
  const isSecure = siteOrigin().startsWith('https:')
  const oidc = readOidcSettings(
    (name) => process.env[name]?.trim() || undefined,
    () => undefined,
  )
  const { absolute_hours: hours } = await findSignInPolicy()
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const
  return {
    secret: required('NEXTAUTH_SECRET'),
    logger,
    adapter: adapter(moment),
    session: {
      strategy: 'database',
      maxAge: hours * 3600,
      updateAge: 0,
      // Otherwise it is a UUID: 122 bits, and known by its shape.
      generateSessionToken: makeSessionToken,
    },
    useSecureCookies: isSecure,
    cookies: { sessionToken: { name: sessionCookieName(siteOrigin()), options: cookie } },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [
      {
        id: 'oidc',
        name: 'Single sign-on',
        type: 'oauth',
        wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        issuer,
        clientId: required('OIDC_CLIENT_ID'),
        clientSecret: required('OIDC_CLIENT_SECRET'),
        client: { id_token_signed_response_alg: oidc.algorithm },
        authorization: {
          params: {
            scope: ['openid', 'profile', 'email', ...oidc.extraScopes].join(' '),
            ...(oidc.acrValues.length === 0 ? {} : { acr_values: oidc.acrValues.join(' ') }),
          },
        },
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        // Without an id next-auth would go back without a word; whoever is nobody is refused below.
        profile: (claims: { sub: string }) => ({
          id: claims.sub || 'nobody',
          ...describedBy({ ...claims }),
        }),
      },
    ],
    callbacks: {
      signIn: async ({ profile }) => {
        moment.claims = { ...profile }
        moment.refusal = await admit(moment.claims, issuer, oidc.acrValues)
        return moment.refusal === null
      },
      redirect: ({ url }) => {
        const target = new URL(url, siteOrigin())
        return target.origin === siteOrigin() ? target.href : siteOrigin()
      },
    },
  }
}
