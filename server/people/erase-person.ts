import { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import type { Entity } from '../../domain/audit/entry.ts'
import { ERASED_NAME } from '../../domain/erased-person.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { endTokensOf } from '../tokens/end-tokens-of.ts'
import { type Changed, type Entry, imageOf, imagesOf } from '../write-entry.ts'
import { administeredAlone } from './role-holder.ts'

/** What erasing a person takes: why, in words. */
export const erasureInput = z.strictObject({
  reason: z.string('is needed.').trim().min(1, 'is needed.').max(4000),
})

/** Somebody may have written tens of thousands of entries. */
const PATIENCE_MS = 120_000

/**
 * Erases a person: their name and addresses, and what they wrote, in the tables and beside the
 * entries of the log. What the log hashed stays: ids, roles, verdicts, and a salted digest of each
 * text, so that the chain still verifies. They can never sign in again, nor can their tokens be used.
 * It cannot be taken back. Not erased are texts of plans, which are kept byte for byte, and the
 * subject by which the identity provider knows them.
 *
 * @throws Refused `forbidden`; `not_permitted` for oneself and for the last administrator of
 *   a team; `not_found`; `settled` when it was done.
 */
export async function erasePerson(
  actor: Actor,
  { person, reason }: { readonly person: string } & z.infer<typeof erasureInput>,
): Promise<Done<{ id: string }>> {
  const attempt = { tried: 'erase a person', target: {}, patienceMs: PATIENCE_MS }
  return change(actor, attempt, async (tx) => {
    await tx.$executeRaw`SELECT FROM person WHERE id = ${person}::uuid FOR UPDATE`
    const row = await tx.person.findUnique({
      where: { id: person },
      include: { memberships: { where: { revoked: false } } },
    })
    const teams = row?.memberships.map(({ teamId }) => teamId) ?? []
    const mayErase = teams.length > 0 ? teams : [undefined]
    if (!mayErase.every((teamId) => may(actor, 'people.manage', teamId))) {
      throw new Refused({ code: 'forbidden', action: 'people.manage' })
    }
    if (!row) throw new Refused({ code: 'not_found', what: 'person', key: person })
    if (actor.kind === 'person' && actor.id === person) {
      throw new Refused({
        code: 'not_permitted',
        detail: 'Another administrator has to erase you.',
      })
    }
    if (row.name === ERASED_NAME) {
      throw new Refused({ code: 'settled', what: 'person', how: 'erased' })
    }
    const administered = row.memberships.filter(({ role }) => role === 'administrator')
    const [alone] = await administeredAlone(
      tx,
      person,
      administered.map(({ teamId }) => teamId),
    )
    if (alone) {
      const detail = `${row.name} is the last administrator of ${alone.name}, and without one nobody could grant roles there. Make somebody else an administrator first.`
      throw new Refused({ code: 'not_permitted', detail })
    }
    const ended = await endTokensOf(tx, person)
    const { email } = row
    await tx.session.deleteMany({ where: { personId: person } })
    await tx.idempotency.deleteMany({ where: { caller: `person:${person}` } })
    const addressed = email === null ? [] : [{ address: email }]
    await tx.mail.deleteMany({ where: { OR: [{ personId: person }, ...addressed] } })
    await tx.$executeRaw`SET LOCAL statement_timeout = '110s'`
    const touched = await eraseWords(tx, person)
    const before = await imageOf(tx, 'person', person)
    const data = { name: ERASED_NAME, email: null, disabled: true, version: row.version + 1 }
    await tx.person.update({ where: { id: person }, data })
    const changed: Changed[] = [{ entity: 'person', id: person, before }, ...touched]
    const entry: Entry = {
      type: 'person.erased',
      target: {},
      data: { person },
      texts: { reason },
      changed,
    }
    return { result: { id: person }, entries: [entry, ...ended] }
  })
}

/** Lets the database take the words out, and gives the rows that it touched; their images are as before. */
async function eraseWords(tx: Db, person: string): Promise<Changed[]> {
  const rows = await tx.$queryRaw<{ entity: Entity; entity_id: string }[]>`
    SELECT entity, entity_id::text FROM audit.erase_person(${person}::uuid)`
  const changed: Changed[] = []
  for (const [entity, ofIt] of Map.groupBy(rows, (row) => row.entity)) {
    const ids = ofIt.map(({ entity_id }) => entity_id)
    const images = await imagesOf(tx, entity, ids)
    for (const id of ids) changed.push({ entity, id, before: images.get(id) ?? null })
  }
  return changed
}
