import { randomUUID } from 'node:crypto'
import type { Adapter, AdapterSession, AdapterUser } from 'next-auth/adapters'
import { db } from '../db.ts'
import { addPerson } from './add-person.ts'
import { endSession } from './end-session.ts'
import { findSession } from './find-session.ts'
import { authTimeOf, describedBy } from './read-claims.ts'
import type { SignInMoment } from './sign-in-moment.ts'
import { startSession } from './start-session.ts'
import { hashToken } from './token.ts'
import { welcomePerson } from './welcome-person.ts'

interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

function userOf(person: PersonRow): AdapterUser {
  return { id: person.id, name: person.name, email: person.email ?? '', emailVerified: null }
}

/**
 * next-auth's storage, narrowed to what Rollcall keeps: people by (issuer, subject) and sessions by
 * the hash of their token. Tokens of the identity provider are not kept, and nobody is ever found
 * by e-mail, so no account can be taken over through one.
 */
export function adapter(moment: SignInMoment): Adapter {
  return {
    createUser: async (user: { name?: string | null; email?: string | null }) => {
      const { issuer, address } = moment
      const subject = subjectOf(moment)
      const person = { issuer, subject, name: user.name ?? subject, email: user.email ?? null }
      return userOf(await addPerson(person, address))
    },
    getUser: async (id) => {
      const person = await db().person.findUnique({ where: { id } })
      return person ? userOf(person) : null
    },
    getUserByEmail: () => null,
    getUserByAccount: async ({ providerAccountId }) => {
      const person = await db().person.findUnique({
        where: { issuer_subject: { issuer: moment.issuer, subject: providerAccountId } },
      })
      return person ? userOf(person) : null
    },
    updateUser: async ({ id }) => {
      const person = await db().person.findUniqueOrThrow({ where: { id } })
      return userOf(person)
    },
    linkAccount: () => undefined,
    createSession: async ({ sessionToken, userId }) => {
      const { claims, address, agent } = moment
      const described = describedBy(claims ?? {})
      await welcomePerson({ id: userId, claims, ...described }, address)
      if (moment.formerToken) await endSession(moment.formerToken, address)
      const expires = await startSession({
        token: sessionToken,
        personId: userId,
        authenticatedAt: authTimeOf(claims),
        address,
        agent,
        requestId: randomUUID(),
      })
      return { sessionToken, userId, expires }
    },
    // A sign-in always gets a session of its own, with a new token: never an older one upgraded.
    getSessionAndUser: async (sessionToken) => {
      if (moment.isCallback) return null
      return findAdapterSession(sessionToken)
    },
    updateSession: () => null,
    deleteSession: async (sessionToken) => {
      await endSession(sessionToken, moment.address)
    },
  }
}

function subjectOf({ claims }: SignInMoment): string {
  const subject = claims?.sub
  if (typeof subject !== 'string') throw new Error('the identity provider named no subject')
  return subject
}

async function findAdapterSession(
  sessionToken: string,
): Promise<{ session: AdapterSession; user: AdapterUser } | null> {
  const found = await findSession(sessionToken)
  if (!found) return null
  const row = await db().session.findUnique({
    where: { tokenHash: hashToken(sessionToken) },
    select: { expiresAt: true },
  })
  if (!row) return null
  const { id, name } = found.actor
  return {
    session: { sessionToken, userId: id, expires: row.expiresAt },
    user: userOf({ id, name, email: found.email }),
  }
}
