import { randomUUID } from 'node:crypto'
import { bringUpToDate } from '../../bin/bring-up-to-date.ts'
import type { PersonActor } from '../../domain/actor.ts'
import { enrolCast } from './enrol-cast.ts'

/** Somebody who acts, each time in a request of its own. */
export type Acting = () => PersonActor

/** Migrates a PostgreSQL that is not the tests' own, enrols the cast there, and gives its tech lead. */
export async function enrolledLead(urls: {
  readonly ownerUrl: string
  readonly appUrl: string
}): Promise<Acting> {
  await bringUpToDate(urls.ownerUrl)
  const { team, people } = await enrolCast(urls.appUrl)
  return () => ({
    kind: 'person',
    id: people.tech_lead ?? '',
    name: 'Tomás Ibarra',
    memberships: [{ teamId: team, role: 'tech_lead', discipline: null }],
    authenticatedAt: new Date(),
    tokenId: null,
    origin: { requestId: randomUUID(), via: 'api', address: null, idempotency: null },
  })
}
