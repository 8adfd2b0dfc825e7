import type { Actor } from '../../domain/actor.ts'
import { asWords, listed } from '../../domain/audit/phrases.ts'
import { PERMISSIONS } from '../../domain/permission-table.ts'
import { foldName } from '../../domain/roll-call/same-person.ts'
import type { Db } from '../db.ts'
import { enqueueMail } from '../mail/enqueue-mail.ts'
import type { StateRow } from './state-row.ts'

interface MadeOverride {
  readonly id: string
  readonly row: StateRow
  readonly checks: readonly string[]
  readonly maker: Actor
  readonly reason: string
}

/**
 * Tells of an override who has to know: the contacts that the toggle's plans name, as far as they are
 * people of this installation, and those of its team who may review it. Its maker is not written to.
 */
export async function mailOverride(tx: Db, made: MadeOverride): Promise<void> {
  const { id, row, checks, maker, reason } = made
  const { toggle, environment } = row
  for (const personId of await toTellOfOverride(tx, row, maker.id)) {
    await enqueueMail(tx, {
      to: { personId },
      subject: `Checks overridden: ${toggle.key} in ${environment.name}`,
      text: `${maker.name} widened ${toggle.key} in ${environment.name} although these checks did not pass: ${listed(checks.map(asWords))}.\n\nTheir reason: ${reason}\n\nIt stays open until a second person has reviewed it.`,
      link: {
        label: 'Look at the override',
        path: `/toggles/${encodeURIComponent(toggle.key)}#override-${id}`,
      },
      once: `override:${id}:${personId}`,
    })
  }
}

/** The ids of those people: who has to know that a toggle lets people in although checks failed. */
export async function toTellOfOverride(
  tx: Db,
  { toggle }: StateRow,
  makerId: string,
): Promise<string[]> {
  const contacts = await tx.contact.findMany({
    where: { plan: { planToggles: { some: { key: toggle.key } } } },
    select: { name: true },
  })
  const named = new Set(contacts.map(({ name }) => foldName(name)))
  const reviewers: readonly string[] = PERMISSIONS['override.review'].roles
  const people = await tx.person.findMany({
    where: { disabled: false, id: { not: makerId }, memberships: { some: { revoked: false } } },
    select: {
      id: true,
      name: true,
      memberships: { where: { revoked: false, teamId: toggle.teamId }, select: { role: true } },
    },
    orderBy: { name: 'asc' },
  })
  return people
    .filter(
      ({ name, memberships }) =>
        named.has(foldName(name)) || memberships.some(({ role }) => reviewers.includes(role)),
    )
    .map(({ id }) => id)
}
