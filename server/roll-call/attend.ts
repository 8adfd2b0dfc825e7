import { randomUUID } from 'node:crypto'
import type { Actor, PersonActor } from '../../domain/actor.ts'
import type { Fact, Target } from '../../domain/audit/entry.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { AttendanceInput, Attendee } from '../../domain/roll-call/attendance.ts'
import type { Speaker } from '../../domain/roll-call/roster.ts'
import { foldName, samePerson } from '../../domain/roll-call/same-person.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { lockPlan, type PlanRow } from '../plans/lock-plan.ts'
import { imageOf } from '../write-entry.ts'
import { databaseNow } from './database-now.ts'
import { findAttendance, findAttendee } from './find-attendance.ts'
import { openRound } from './open-round.ts'
import { peopleOf } from './people-of.ts'

/** Somebody comes to the meeting of a round, or leaves it. */
export interface Attend extends AttendanceInput {
  readonly slug: string
  readonly rollCall: string
}

const MOST = 200

/**
 * Notes that somebody is in the meeting of a round or has left it: the caller themself, or, by the
 * facilitator, whom `name` names: a member of the team, a contact of the plan or a guest. One row a
 * person and round; who is here already, or was never here, changes nothing by coming or leaving.
 *
 * @throws Refused `forbidden`, `not_found`, `roll_call_closed`; `invalid` for more than 200 people.
 */
export async function attend(actor: Actor, input: Attend): Promise<Done<Attendee | null>> {
  const { slug, present, name } = input
  const tried = `${present ? 'note somebody in' : 'take somebody out of'} the meeting of "${slug}"`
  return change(actor, { tried, target: { plan: slug } }, async (tx) => {
    const plan = await lockPlan(tx, actor, 'meeting.attend', slug)
    if (actor.kind !== 'person') throw new Refused({ code: 'forbidden', action: 'meeting.attend' })
    const round = await openRound(tx, plan, input.rollCall)
    const who = await whoIsMeant(tx, actor, plan, name)
    const everybody = await findAttendance(tx, round.id)
    const known = everybody.find((one) => samePerson({ id: one.person_id, name: one.name }, who))
    if (known ? known.present === present : !present) {
      return { result: known ?? null, entries: 'unchanged' }
    }
    if (!known && everybody.length >= MOST) throw tooMany()
    const since = await databaseNow(tx)
    const before = known ? await imageOf(tx, 'attendance', known.id) : null
    const id = known?.id ?? randomUUID()
    if (known) {
      await tx.attendance.update({
        where: { id },
        data: { present, since, notedBy: actor.id, version: { increment: 1 } },
      })
    } else {
      const row = { id, rollCallId: round.id, personId: who.id, name: who.name }
      await tx.attendance.create({ data: { ...row, present, since, notedBy: actor.id } })
    }
    const fact = factOf({ plan: slug, roll_call: round.number }, actor, who, present)
    return {
      result: await findAttendee(tx, id),
      entries: [{ ...fact, changed: [{ entity: 'attendance', id, before }] }],
    }
  })
}

/** The caller, or whom the facilitator names: a member where exactly one has the name. */
async function whoIsMeant(
  tx: Db,
  actor: PersonActor,
  plan: PlanRow,
  name: string | undefined,
): Promise<Speaker> {
  const self = { id: actor.id, name: actor.name }
  if (name === undefined || foldName(name) === foldName(actor.name)) return self
  if (!may(actor, 'meeting.run', plan.teamId)) {
    throw new Refused({ code: 'forbidden', action: 'meeting.run' })
  }
  const { members, contacts } = await peopleOf(tx, plan)
  const named = members.filter((member) => foldName(member.name) === foldName(name))
  const [member] = named
  if (member) return { id: named.length === 1 ? member.id : null, name: member.name }
  return { id: null, name: contacts.find((one) => foldName(one) === foldName(name)) ?? name }
}

function factOf(target: Target, actor: PersonActor, who: Speaker, present: boolean): Fact {
  if (who.id === actor.id) {
    return { type: present ? 'attendance.arrived' : 'attendance.left', target, data: {} }
  }
  return { type: 'attendance.noted', target, data: { present }, texts: { given_by: who.name } }
}

function tooMany(): Refused {
  const message = `is one too many: a meeting notes at most ${MOST} people.`
  return new Refused({ code: 'invalid', errors: [{ path: 'name', message }] })
}
