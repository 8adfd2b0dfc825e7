import { randomUUID } from 'node:crypto'
import { endSession } from '../../access/end-session.ts'
import { sessionCookieName, siteOrigin } from '../../access/session-cookie.ts'
import { startSession } from '../../access/start-session.ts'
import { systemActor } from '../../access/system-actor.ts'
import { hashToken, makeToken } from '../../access/token.ts'
import { db } from '../../db.ts'
import { disablePerson } from '../../people/disable-person.ts'
import { cast } from '../../testing/cast.ts'
import { issueToken } from '../../tokens/issue-token.ts'
import { revokeToken } from '../../tokens/revoke-token.ts'
import { byToken, enrolled, tokenFor } from './callers.ts'

/** Somebody whom nothing is told: what they send to prove who they are. */
interface BarredCaller {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
}

const HOUR_MS = 3_600_000

/** The cookie of a session that begins now, for a person. */
async function sessionOf(personId: string): Promise<string> {
  const { token } = makeToken('session')
  await startSession({
    token,
    personId,
    authenticatedAt: new Date(),
    address: null,
    agent: null,
    requestId: randomUUID(),
  })
  return token
}

const byCookie = (token: string) => ({
  cookie: `${sessionCookieName(siteOrigin())}=${token}`,
  origin: siteOrigin(),
})

/**
 * Everybody who is let in nowhere, each of them somebody who could do much if they were: a program
 * manager who was disabled, or whose session or token is over.
 */
export async function barredCallers(): Promise<BarredCaller[]> {
  const teamId = cast.alma().memberships[0]?.teamId ?? ''
  const manager = await enrolled('a program manager of old', teamId, 'program_manager')
  const disabled = await enrolled('a program manager who left', teamId, 'program_manager')

  const [ranOut, idle, ended, left] = [
    await sessionOf(manager),
    await sessionOf(manager),
    await sessionOf(manager),
    await sessionOf(disabled),
  ]
  const expiresAt = new Date(Date.now() - 1000)
  await db().session.updateMany({ where: { tokenHash: hashToken(ranOut) }, data: { expiresAt } })
  const lastSeenAt = new Date(Date.now() - 24 * HOUR_MS)
  await db().session.updateMany({ where: { tokenHash: hashToken(idle) }, data: { lastSeenAt } })
  await endSession(ended, null)

  const leftToken = await tokenFor('of one who left', disabled, [])
  await disablePerson(cast.alma(), disabled)
  const overToken = await tokenFor('over', manager, [], -1000)
  const revoked = await tokenFor('revoked', manager, [])
  const row = await db().apiToken.findUniqueOrThrow({ where: { tokenHash: hashToken(revoked) } })
  await revokeToken(cast.alma(), row.id)
  const environment = await db().environment.findFirstOrThrow({ where: { key: 'production' } })
  const flags = await issueToken(systemActor(), {
    name: 'An application',
    kind: 'flags',
    personId: null,
    environment,
    scopes: ['read'],
    expiresAt: new Date(Date.now() + HOUR_MS),
  })
  return [
    { name: 'nobody', headers: {} },
    { name: 'a session that ran out', headers: byCookie(ranOut) },
    { name: 'a session unused for long', headers: byCookie(idle) },
    { name: 'a session that was ended', headers: byCookie(ended) },
    { name: 'the session of a disabled person', headers: byCookie(left) },
    { name: 'a session that never was', headers: byCookie(makeToken('session').token) },
    { name: 'the token of a disabled person', headers: byToken(leftToken) },
    {
      name: 'a token made for somebody disabled',
      headers: byToken(await tokenFor('late', disabled, [])),
    },
    { name: 'a token that is over', headers: byToken(overToken) },
    { name: 'a token that was revoked', headers: byToken(revoked) },
    { name: 'the token of an application', headers: byToken(flags) },
    { name: 'a token that never was', headers: byToken(makeToken('person').token) },
    { name: 'a password', headers: { authorization: 'Basic YWxtYTphbG1h' } },
  ]
}
