import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { refuseDelegation } from '../../domain/roll-call/delegation.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { membershipsOf } from '../access/memberships.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { enqueueMail } from '../mail/enqueue-mail.ts'
import { shownMoment } from '../mail/shown-moment.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { teamPolicy } from '../roll-call/team-policy.ts'
import { DELEGATION, type Delegation, delegationOf } from './delegation-row.ts'
import { findTeam } from './find-team.ts'

/** To whom somebody's word goes, and for how long. */
export interface Delegate {
  readonly team: string
  readonly discipline: Discipline
  /** The person's id. */
  readonly to: string
  /** At once without it. */
  readonly startsAt?: Date | undefined
  readonly endsAt: Date
  readonly reason: string
}

/**
 * Lets a member of the team speak for one's own discipline, for a time. Told to them by mail.
 *
 * @throws Refused `forbidden`, `not_found`, `not_permitted` for what is not one's own, `invalid`.
 */
export async function delegate(actor: Actor, input: Delegate): Promise<Done<Delegation>> {
  const { discipline, reason } = input
  const attempt = { tried: `let somebody else speak for ${discipline}`, target: {} }
  return change(actor, attempt, async (tx) => {
    const team = await findTeam(tx, input.team)
    if (actor.kind !== 'person' || !may(actor, 'sign_off.delegate', team.id)) {
      throw new Refused({ code: 'forbidden', action: 'sign_off.delegate' })
    }
    // Two at once by the same person happen one after the other.
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`
    const now = await databaseNow(tx)
    const startsAt = input.startsAt ?? now
    const to = await alternate(tx, input.to)
    const refusal = refuseDelegation({
      teamId: team.id,
      discipline,
      from: actor,
      to,
      startsAt,
      endsAt: input.endsAt,
      now,
      policy: (await teamPolicy(tx, team.id)).policy,
      others: await standing(tx, actor.id, team.id, discipline),
    })
    if (refusal) throw new Refused(refusal)
    const [starts_at, ends_at] = [startsAt.toISOString(), input.endsAt.toISOString()]
    const row = await tx.delegation.create({
      data: {
        id: randomUUID(),
        teamId: team.id,
        discipline,
        fromPersonId: actor.id,
        toPersonId: input.to,
        startsAt: starts_at,
        endsAt: ends_at,
        reason,
      },
      select: DELEGATION,
    })
    await tell(tx, row.id, input.to, delegationOf(row))
    return {
      result: delegationOf(row),
      entries: [
        {
          type: 'delegation.made',
          target: {},
          data: { discipline, to: input.to, starts_at, ends_at },
          texts: { reason },
          changed: [{ entity: 'delegation', id: row.id, before: null }],
        },
      ],
    }
  })
}

async function alternate(tx: Db, id: string) {
  const row = await tx.person.findFirst({
    where: { id, disabled: false },
    select: {
      id: true,
      name: true,
      memberships: {
        where: { revoked: false },
        select: { teamId: true, role: true, discipline: true },
      },
    },
  })
  return row && { ...row, memberships: membershipsOf(row.memberships) }
}

async function standing(tx: Db, fromPersonId: string, teamId: string, discipline: Discipline) {
  const rows = await tx.delegation.findMany({
    where: { fromPersonId, teamId, discipline, ended: false },
    select: { startsAt: true, endsAt: true },
  })
  return rows.map((row) => ({ startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }))
}

async function tell(tx: Db, id: string, personId: string, made: Delegation): Promise<void> {
  const what = made.discipline.replaceAll('_', ' ')
  await enqueueMail(tx, {
    to: { personId },
    subject: `You speak for ${what} in place of ${made.from}`,
    text: `${made.from} lets you speak for ${what} in roll calls, from ${shownMoment(made.starts_at)} until ${shownMoment(made.ends_at)}.\n\nThe reason: ${made.reason}`,
    link: { label: 'See the delegation', path: '/settings/delegations' },
    once: `delegation:${id}`,
  })
}
