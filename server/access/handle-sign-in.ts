import { cookies, headers } from 'next/headers'
import NextAuth from 'next-auth'
import { authOptions } from './auth-options.ts'
import { sessionCookieName, siteOrigin } from './session-cookie.ts'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

/** The routes of next-auth: start a sign-in, take the provider's answer, sign out. */
export async function handleSignIn(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  const sessionToken = (await cookies()).get(sessionCookieName(siteOrigin()))?.value ?? null
  const address = (await headers()).get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? null
  const options = authOptions({ path: nextauth, sessionToken, address })
  return (await NextAuth(
    request as never,
    { params: context.params } as never,
    options,
  )) as Response
}
