import type { PersonActor, ServiceActor } from '../../domain/actor.ts'
import { db } from '../db.ts'
import { ACTOR_PERSON, delegationsOf, membershipsOf } from './memberships.ts'
import { hashToken } from './token.ts'

/** An actor before it is known from where it asks. */
export type Known = Omit<PersonActor, 'origin'> | Omit<ServiceActor, 'origin'>

const NOTED_EVERY_MS = 60_000
const noted = new Map<string, number>()

/**
 * Whom a management token acts as: a person with that person's rights and no others, or a service
 * account. Null for an unknown, expired or revoked token, a flags token, or a disabled person.
 */
export async function findTokenActor(token: string): Promise<Known | null> {
  const row = await db().apiToken.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      name: true,
      kind: true,
      scopes: true,
      revoked: true,
      expiresAt: true,
      person: { select: ACTOR_PERSON },
    },
  })
  if (!row || row.revoked || row.expiresAt.getTime() <= Date.now()) return null
  await noteUse(row.id)
  const person = row.person
  if (row.kind === 'person' && person && !person.disabled) {
    return {
      kind: 'person',
      id: person.id,
      name: person.name,
      memberships: membershipsOf(person.memberships),
      delegations: delegationsOf(person.delegationsTo, new Date()),
      authenticatedAt: null,
      tokenId: row.id,
      tokenScopes: row.scopes,
    }
  }
  if (row.kind !== 'service') return null
  return { kind: 'service', id: row.id, name: row.name, scopes: row.scopes }
}

/** Last use, to the minute: enough to see a forgotten token, cheap enough for every request. */
async function noteUse(tokenId: string): Promise<void> {
  const now = Date.now()
  if (now - (noted.get(tokenId) ?? 0) < NOTED_EVERY_MS) return
  noted.set(tokenId, now)
  const lastUsedAt = new Date(now)
  await db().tokenUse.upsert({
    where: { tokenId },
    create: { tokenId, lastUsedAt },
    update: { lastUsedAt },
  })
}
