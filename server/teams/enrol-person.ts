import { randomUUID } from 'node:crypto'
import type { Role, SystemActor } from '../../domain/actor.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { change } from '../change.ts'
import type { Db } from '../db.ts'
import { type Entry, imageOf } from '../write-entry.ts'

/** Somebody to be known before they first sign in, with their role in a team. */
export interface Enrolment {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string
  readonly teamId: string
  readonly role: Role
  readonly discipline: Discipline | null
}

/**
 * Makes a person and their role known, or moves them to another issuer when the identity provider of
 * the installation moved. Nothing is written when all is so already.
 *
 * @returns the person's id.
 */
export async function enrolPerson(
  actor: SystemActor,
  enrolment: Enrolment,
  formerIssuers: readonly string[],
): Promise<string> {
  const { result } = await change(actor, { tried: 'enrol a person', target: {} }, async (tx) => {
    const entries: Entry[] = []
    const personId = await findOrAdd(tx, enrolment, formerIssuers, entries)
    const { teamId, role, discipline } = enrolment
    const known = await tx.membership.findFirst({ where: { personId, teamId, role, discipline } })
    if (!known) {
      const id = randomUUID()
      await tx.membership.create({ data: { id, personId, teamId, role, discipline } })
      entries.push({
        type: 'membership.granted',
        target: {},
        data: { person: personId, role, discipline },
        changed: [{ entity: 'membership', id, before: null }],
      })
    }
    const [first, ...rest] = entries
    return { result: personId, entries: first ? [first, ...rest] : 'unchanged' }
  })
  return result
}

async function findOrAdd(
  tx: Db,
  { issuer, subject, name, email }: Enrolment,
  formerIssuers: readonly string[],
  entries: Entry[],
): Promise<string> {
  const known = await tx.person.findFirst({
    where: { subject, issuer: { in: [issuer, ...formerIssuers] } },
  })
  if (known?.issuer === issuer) return known.id
  if (known) {
    const before = await imageOf(tx, 'person', known.id)
    await tx.person.update({
      where: { id: known.id },
      data: { issuer, version: known.version + 1 },
    })
    const changed = [{ entity: 'person', id: known.id, before }] as const
    entries.push({ type: 'person.moved', target: {}, data: { person: known.id }, changed })
    return known.id
  }
  const id = randomUUID()
  await tx.person.create({ data: { id, issuer, subject, name, email } })
  const changed = [{ entity: 'person', id, before: null }] as const
  entries.push({ type: 'person.added', target: {}, data: { person: id }, changed })
  return id
}
