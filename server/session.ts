import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { PersonActor } from '../domain/actor.ts'
import { ownPath } from '../domain/own-path.ts'
import { findSession } from './access/find-session.ts'
import { sessionCookieName, siteOrigin } from './access/session-cookie.ts'

/** The person signed in, for a page; null when nobody is. One look-up a request. */
export const signedInActor = cache(async (): Promise<PersonActor | null> => {
  const token = (await cookies()).get(sessionCookieName(siteOrigin()))?.value
  const session = token ? await findSession(token) : null
  if (!session) return null
  const origin = { requestId: randomUUID(), via: 'page', address: null, idempotency: null } as const
  return { ...session.actor, origin }
})

/** The person signed in; sends anybody else to the sign-in page, and back afterwards. */
export async function currentActor(): Promise<PersonActor> {
  const actor = await signedInActor()
  if (actor) return actor
  const path = ownPath((await headers()).get('x-rollcall-path') ?? undefined)
  redirect(path === '/' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(path)}`)
}
