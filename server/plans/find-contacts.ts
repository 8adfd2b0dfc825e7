import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { disciplinesOfRole } from '../../domain/roll-call/discipline-of-role.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import type { RosterRow, RosterStatus } from '../../domain/roll-call/roster.ts'
import { foldName } from '../../domain/roll-call/same-person.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { containing } from '../containing.ts'
import { db } from '../db.ts'
import { newestRound, rosterOf } from '../roll-call/load-round.ts'

/** One thing that a contact is on the hook for. */
export interface OnTheHook {
  readonly plan: { readonly slug: string; readonly title: string }
  readonly tier: string | null
  /** As the plan writes it. */
  readonly role: string | null
  readonly toggles: readonly string[]
  /** What the role speaks for, with where it stands in the plan's open roll call; null: none is open. */
  readonly disciplines: readonly {
    readonly discipline: Discipline
    readonly status: RosterStatus | null
  }[]
}

/** A person whom plans name, with all that they are named for. */
export interface ContactPerson {
  readonly name: string
  readonly on_the_hook: readonly OnTheHook[]
}

/**
 * The points of contact of all plans by name, and what each is on the hook for. A person is told
 * by their name alone (case, accents and spaces aside): plans hold no more.
 *
 * @param q part of a name, a role or a plan's title.
 */
export async function findContacts(
  actor: Actor,
  { q }: { readonly q?: string | undefined } = {},
): Promise<ContactPerson[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const contains = q === undefined ? null : containing(q)
  const rows = await db().contact.findMany({
    where: contains
      ? { OR: [{ name: contains }, { role: contains }, { plan: { title: contains } }] }
      : {},
    select: SHOWN,
    orderBy: [{ plan: { createdAt: 'desc' } }, { position: 'asc' }],
  })
  const rosters = await openRosters(rows)
  const people = new Map<string, { name: string; on_the_hook: OnTheHook[] }>()
  for (const row of rows) {
    const folded = foldName(row.name)
    const person = people.get(folded) ?? { name: row.name, on_the_hook: [] }
    people.set(folded, person)
    person.on_the_hook.push(hookOf(row, rosters.get(row.plan.id) ?? []))
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

const SHOWN = {
  name: true,
  role: true,
  tier: true,
  plan: {
    select: {
      id: true,
      slug: true,
      title: true,
      planToggles: { select: { key: true }, orderBy: { position: 'asc' } },
      rollCalls: { where: { decision: null }, select: { id: true } },
    },
  },
} as const satisfies Prisma.ContactSelect

type Row = Prisma.ContactGetPayload<{ select: typeof SHOWN }>

async function openRosters(rows: readonly Row[]): Promise<Map<string, RosterRow[]>> {
  const open = new Set(
    rows.filter(({ plan }) => plan.rollCalls.length > 0).map(({ plan }) => plan.id),
  )
  const rosters = new Map<string, RosterRow[]>()
  for (const planId of open) {
    const round = await newestRound(db(), planId)
    if (round) rosters.set(planId, await rosterOf(db(), round))
  }
  return rosters
}

function hookOf({ plan, tier, role }: Row, roster: readonly RosterRow[]): OnTheHook {
  return {
    plan: { slug: plan.slug, title: plan.title },
    tier,
    role,
    toggles: plan.planToggles.map(({ key }) => key),
    disciplines: disciplinesOfRole(role ?? '').map((discipline) => ({
      discipline,
      status: roster.find((row) => row.discipline === discipline)?.status ?? null,
    })),
  }
}
