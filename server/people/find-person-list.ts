import type { Actor } from '../../domain/actor.ts'
import { inEffect } from '../../domain/people/separation.ts'
import { may, roleTitle } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { rolesOf } from '../access/memberships.ts'
import { containing } from '../containing.ts'
import { db } from '../db.ts'

/** Somebody as whoever manages people sees them. */
export interface ManagedPerson {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly issuer: string
  readonly subject: string
  readonly disabled: boolean
  readonly roles: readonly {
    readonly team: { readonly slug: string; readonly name: string }
    /** As people say it: "Tech lead", "Backend". */
    readonly title: string
  }[]
  /** When they last signed in; null when they never did. */
  readonly last_signed_in_at: string | null
  /** Sessions that are kept, also those that are about to run out. */
  readonly sessions: number
  /** Their own tokens that stand. */
  readonly tokens: number
}

/** One page of people. */
export interface PersonList {
  readonly people: readonly ManagedPerson[]
  readonly next_cursor: string | null
}

/** What to look for, and from where on. */
export interface PersonQuery {
  /** Part of a name, an e-mail or a subject. */
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

const PAGE = 100

/**
 * Everybody who is known, by name, also who is disabled or has no role.
 *
 * @throws Refused `forbidden`; `invalid` for a cursor that is none.
 */
export async function findPersonList(actor: Actor, query: PersonQuery = {}): Promise<PersonList> {
  requireManager(actor)
  const limit = query.limit ?? PAGE
  const { q } = query
  const rows = await db().person.findMany({
    where: {
      ...(q === undefined
        ? {}
        : { OR: [{ name: containing(q) }, { email: containing(q) }, { subject: containing(q) }] }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: SELECT,
    take: limit + 1,
    ...(query.cursor === undefined ? {} : { cursor: { id: cursorOf(query.cursor) }, skip: 1 }),
  })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { people: await managed(shown), next_cursor: last?.id ?? null }
}

/**
 * One of them; oneself too.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findManagedPerson(actor: Actor, id: string): Promise<ManagedPerson> {
  if (actor.kind !== 'person' || actor.id !== id) requireManager(actor)
  const row = await db().person.findUnique({ where: { id }, select: SELECT })
  const [person] = row ? await managed([row]) : []
  if (!person) throw new Refused({ code: 'not_found', what: 'person', key: id })
  return person
}

const SELECT = {
  id: true,
  name: true,
  email: true,
  issuer: true,
  subject: true,
  disabled: true,
  memberships: {
    where: { revoked: false },
    select: {
      teamId: true,
      role: true,
      discipline: true,
      team: { select: { slug: true, name: true } },
    },
  },
  _count: { select: { sessions: true } },
} as const satisfies Prisma.PersonSelect

type Row = Prisma.PersonGetPayload<{ select: typeof SELECT }>

async function managed(rows: readonly Row[]): Promise<ManagedPerson[]> {
  const ids = rows.map(({ id }) => id)
  const [signIns, tokens] = await Promise.all([
    db().$queryRaw<{ id: string; at: Date }[]>`
      SELECT actor_id AS id, max(inserted_at) AS at FROM audit.event
       WHERE actor_id = ANY (${ids}::text[]) AND type = 'session.started' GROUP BY actor_id`,
    db().apiToken.groupBy({
      by: ['personId'],
      where: { personId: { in: ids }, revoked: false, expiresAt: { gt: new Date() } },
      _count: true,
    }),
  ])
  return rows.map(({ memberships, _count, ...person }) => ({
    ...person,
    roles: titlesOf(memberships),
    last_signed_in_at: signIns.find(({ id }) => id === person.id)?.at.toISOString() ?? null,
    sessions: _count.sessions,
    tokens: tokens.find(({ personId }) => personId === person.id)?._count ?? 0,
  }))
}

function titlesOf(rows: Row['memberships']): ManagedPerson['roles'] {
  const effective = inEffect(rolesOf(rows))
  const teams = new Map(rows.map(({ teamId, team }) => [teamId, team]))
  return [...teams]
    .flatMap(([teamId, team]) => {
      const here = effective.filter((one) => one.teamId === teamId)
      return here.length === 0 ? [] : [{ team, title: roleTitle(here) }]
    })
    .sort((a, b) => a.team.name.localeCompare(b.team.name))
}

function requireManager(actor: Actor): void {
  if (may(actor, 'person.manage')) return
  throw new Refused({ code: 'forbidden', action: 'person.manage' })
}

function cursorOf(cursor: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor)) return cursor
  const errors = [{ path: 'query.cursor', message: 'is not a cursor that a page before gave.' }]
  throw new Refused({ code: 'invalid', errors })
}
