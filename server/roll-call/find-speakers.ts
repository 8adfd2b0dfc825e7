import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { foldName } from '../../domain/roll-call/same-person.ts'
import { db } from '../db.ts'
import { peopleOf } from './people-of.ts'

/**
 * The names of those whose word can be recorded for a plan: its contacts, then its team's members,
 * each name once.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findSpeakers(actor: Actor, slug: string): Promise<readonly string[]> {
  const plan = await db().plan.findUnique({ where: { slug }, select: { id: true, teamId: true } })
  if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  if (!may(actor, 'sign_off.record', plan.teamId)) {
    throw new Refused({ code: 'forbidden', action: 'sign_off.record' })
  }
  const { contacts, members } = await peopleOf(db(), plan)
  const names = [...contacts, ...members.map(({ name }) => name)]
  return [...new Map(names.map((name) => [foldName(name), name])).values()]
}
