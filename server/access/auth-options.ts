import type { NextAuthOptions } from 'next-auth'
import { adapter } from './adapter.ts'
import { SESSION_LIMITS } from './find-session.ts'
import { sessionCookieName, siteOrigin } from './session-cookie.ts'

interface AuthRequest {
  /** The path below /api/auth. */
  readonly path: readonly string[]
  readonly sessionToken: string | null
  readonly address: string | null
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: sign-in needs an identity provider.`)
  return value
}

/** Claims of an id token that say when the person signed in at the provider, in epoch seconds. */
function authTimeOf(claims: unknown): Date | null {
  const time = (claims as { auth_time?: unknown } | null | undefined)?.auth_time
  return typeof time === 'number' ? new Date(time * 1000) : null
}

/**
 * next-auth for one request: OIDC only, sessions in the database, state, nonce and PKCE all checked.
 * Made anew for each request so that what the provider said about *when* the person signed in
 * reaches the session that starts.
 */
export function authOptions({ path, sessionToken, address }: AuthRequest): NextAuthOptions {
  const issuer = required('OIDC_ISSUER')
  const isSecure = siteOrigin().startsWith('https:')
  const moment = {
    isCallback: path[0] === 'callback',
    formerToken: sessionToken,
    authenticatedAt: null as Date | null,
    subject: null as string | null,
    issuer,
    address,
  }
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const
  return {
    secret: required('NEXTAUTH_SECRET'),
    adapter: adapter(moment),
    session: { strategy: 'database', maxAge: SESSION_LIMITS.absoluteMs / 1000, updateAge: 0 },
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
        authorization: { params: { scope: 'openid profile email' } },
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        profile: (claims: { sub: string; name?: string; email?: string }) => ({
          id: claims.sub,
          name: claims.name ?? claims.email ?? claims.sub,
          email: claims.email ?? null,
        }),
      },
    ],
    callbacks: {
      signIn: ({ account, profile }) => {
        moment.subject = account?.providerAccountId ?? null
        moment.authenticatedAt = authTimeOf(profile)
        return true
      },
      redirect: ({ url }) => {
        const target = new URL(url, siteOrigin())
        return target.origin === siteOrigin() ? target.href : siteOrigin()
      },
    },
  }
}
