import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import { refusePersonChange } from '../../domain/people/person-change.ts'
import { clashOf } from '../../domain/people/separation.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { lockPerson } from '../people/role-holder.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { insertRole } from './grant-role.ts'

/** A team from a form or a program. */
export const newTeamInput = z.strictObject({
  slug: z
    .string('is a text.')
    .regex(
      /^[a-z][a-z0-9-]{0,62}$/,
      'is small letters, digits and dashes, beginning with a letter.',
    ),
  name: z
    .string('is a text.')
    .trim()
    .min(1, 'must not be empty.')
    .max(80, 'is 80 characters at most.')
    .regex(/^\P{Cc}*$/u, 'is one line without control characters.'),
  administrator: z.uuid('is the id of a person.'),
})

/**
 * Adds a team with its first administrator, who is somebody else than who adds it: nobody makes
 * themself an administrator.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`, `not_found`, `already_exists`, `invalid`;
 *   `not_permitted` for oneself and for who has a role that is kept apart.
 */
export async function addTeam(
  actor: Actor,
  { slug, name, administrator }: z.infer<typeof newTeamInput>,
): Promise<Done<{ slug: string }>> {
  return change(actor, { tried: 'add a team', target: {} }, async (tx) => {
    const refusal = refusePersonChange(actor, await databaseNow(tx))
    if (refusal) throw new Refused(refusal)
    if (administrator === actor.id) {
      const detail = 'Nobody makes themself an administrator: name somebody else.'
      throw new Refused({ code: 'not_permitted', detail })
    }
    const person = await lockPerson(tx, administrator)
    const teamId = randomUUID()
    const wanted = { teamId, role: 'administrator', discipline: null } as const
    const clash = clashOf(person.memberships, wanted)
    if (clash !== null) throw new Refused({ code: 'not_permitted', detail: clash })
    if (person.disabled) {
      const message = `${person.name} is disabled: enable them first.`
      throw new Refused({ code: 'invalid', errors: [{ path: 'administrator', message }] })
    }
    // Two of one slug at once: the second waits here, and is told.
    const { count } = await tx.team.createMany({
      data: [{ id: teamId, slug, name }],
      skipDuplicates: true,
    })
    if (count === 0) throw new Refused({ code: 'already_exists', what: 'team', key: slug })
    const { entry } = await insertRole(tx, administrator, wanted)
    const changed = [{ entity: 'team', id: teamId, before: null }] as const
    return {
      result: { slug },
      entries: [{ type: 'team.created', target: {}, data: { slug }, changed }, entry],
    }
  })
}
