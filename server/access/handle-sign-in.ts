import { cookies, headers } from 'next/headers'
import NextAuth from 'next-auth'
import { inSignIn } from './in-sign-in.ts'
import { sessionCookieName, siteOrigin } from './session-cookie.ts'
import type { SignInMoment } from './sign-in-moment.ts'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

/**
 * The routes of next-auth: start a sign-in, take the provider's answer, sign out. An answer that
 * does not sign anybody in leads to the sign-in page, which says so, and is put on record.
 */
export async function handleSignIn(request: Request, context: Context): Promise<Response> {
  const { nextauth: path } = await context.params
  const sent = await headers()
  const issuer = process.env.OIDC_ISSUER
  if (!issuer) throw new Error('OIDC_ISSUER is not set: sign-in needs an identity provider.')
  const moment: SignInMoment = {
    isCallback: path[0] === 'callback',
    formerToken: (await cookies()).get(sessionCookieName(siteOrigin()))?.value ?? null,
    issuer,
    address: sent.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null,
    agent: sent.get('user-agent'),
    claims: null,
    refusal: null,
    said: null,
  }
  return inSignIn(
    moment,
    (options): Promise<Response> =>
      NextAuth(request as never, { params: context.params } as never, options),
  )
}
