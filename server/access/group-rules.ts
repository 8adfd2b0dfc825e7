import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import type { GroupRule, GroupRuleInput } from '../../domain/people/group-rules.ts'
import { misfit } from '../../domain/people/role-change.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { type Db, db } from '../db.ts'
import { findTeam } from '../delegations/find-team.ts'
import { imageOf } from '../write-entry.ts'
import { rolesOf } from './memberships.ts'
import { requireSetter } from './sign-in-policy.ts'

/** A rule as a list shows it. */
export interface ShownGroupRule extends Omit<GroupRule, 'teamId'> {
  readonly team: { readonly slug: string; readonly name: string }
}

/** More rules than this are refused: each is compared at each sign-in. */
const MOST = 500

const SELECT = {
  id: true,
  value: true,
  teamId: true,
  role: true,
  discipline: true,
  version: true,
  team: { select: { slug: true, name: true } },
} as const

/** The rules that stand, for a sign-in. */
export async function standingRules(tx: Db): Promise<GroupRule[]> {
  const rows = await tx.groupRule.findMany({ where: { removed: false }, select: SELECT })
  return rows.flatMap(({ id, value, ...row }) =>
    rolesOf([row]).map((role): GroupRule => ({ ...role, id, value })),
  )
}

/**
 * Which groups of the identity provider give which roles, by group.
 *
 * @throws Refused `forbidden`.
 */
export async function findGroupRules(actor: Actor): Promise<ShownGroupRule[]> {
  if (!may(actor, 'person.manage')) {
    throw new Refused({ code: 'forbidden', action: 'person.manage' })
  }
  const rows = await db().groupRule.findMany({
    where: { removed: false },
    select: SELECT,
    orderBy: [{ value: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, value, team, ...row }) =>
    rolesOf([row]).map(({ role, discipline }) => ({ id, value, team, role, discipline })),
  )
}

/**
 * Lets a group of the identity provider give a role, from each person's next sign-in on.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`, `not_found` for a team, `invalid`,
 *   also for a rule that stands; `forbidden` for who does not administer that team.
 */
export async function addGroupRule(
  actor: Actor,
  { value, team: slug, role, discipline }: GroupRuleInput,
): Promise<Done<{ id: string }>> {
  return change(actor, { tried: 'let a group give a role', target: {} }, async (tx) => {
    await requireSetter(tx, actor)
    const team = await findTeam(tx, slug)
    requireGranter(actor, team.id)
    const refusal = misfit({ role, discipline })
    if (refusal) throw new Refused(refusal)
    if ((await tx.groupRule.count({ where: { removed: false } })) >= MOST) {
      const message = `is one too many: there are ${MOST} rules at most.`
      throw new Refused({ code: 'invalid', errors: [{ path: 'value', message }] })
    }
    const id = randomUUID()
    const { count } = await tx.groupRule.createMany({
      data: [{ id, value, teamId: team.id, role, discipline }],
      skipDuplicates: true,
    })
    if (count === 0) {
      const message = 'gives this role already.'
      throw new Refused({ code: 'invalid', errors: [{ path: 'value', message }] })
    }
    const data = { group: value, team: team.slug, role, discipline }
    const changed = [{ entity: 'group_rule', id, before: null }] as const
    return { result: { id }, entries: [{ type: 'group_rule.added', target: {}, data, changed }] }
  })
}

/**
 * Ends a rule. What it gave is taken back at each person's next sign-in.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`, `not_found`.
 */
export async function removeGroupRule(actor: Actor, id: string): Promise<Done<null>> {
  return change(actor, { tried: 'end a group rule', target: {} }, async (tx) => {
    await requireSetter(tx, actor)
    await tx.$executeRaw`SELECT FROM group_rule WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.groupRule.findUnique({
      where: { id },
      select: { ...SELECT, removed: true },
    })
    if (!row) throw new Refused({ code: 'not_found', what: 'group rule', key: id })
    requireGranter(actor, row.teamId)
    if (row.removed) return { result: null, entries: 'unchanged' }
    const before = await imageOf(tx, 'group_rule', id)
    await tx.groupRule.update({ where: { id }, data: { removed: true, version: row.version + 1 } })
    const discipline = rolesOf([row])[0]?.discipline ?? null
    const data = { group: row.value, team: row.team.slug, role: row.role, discipline }
    const changed = [{ entity: 'group_rule', id, before }] as const
    return { result: null, entries: [{ type: 'group_rule.removed', target: {}, data, changed }] }
  })
}

/** A rule grants roles of a team: whoever makes or ends it administers that team. */
function requireGranter(actor: Actor, teamId: string): void {
  if (may(actor, 'people.manage', teamId)) return
  throw new Refused({ code: 'forbidden', action: 'people.manage' })
}
