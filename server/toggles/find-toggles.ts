import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Staleness, stalenessOf } from '../../domain/toggle/staleness.ts'
import { containing } from '../containing.ts'
import { db } from '../db.ts'
import { type EnvironmentState, environmentState, STATE_SHOWN } from './environment-state.ts'
import { findLastAsked } from './find-uses.ts'
import { STATE_STORED } from './state-stored.ts'

export interface ToggleRow {
  readonly key: string
  readonly description: string
  readonly team: string
  readonly archived: boolean
  readonly plans: readonly { readonly slug: string; readonly title: string }[]
  readonly environments: readonly EnvironmentState[]
  /** Null while it is in use. */
  readonly stale: Staleness | null
  /** When code asked for it last by its key, anywhere: ISO 8601; null where none did. */
  readonly last_asked_at: string | null
}

/** How a list of toggles is narrowed; everything left out shows all. */
export interface FindToggles {
  /** Part of the key or the description, any case. */
  readonly q?: string | undefined
  readonly team?: string | undefined
  readonly state?: 'off' | 'conditional' | 'on' | undefined
  readonly plan?: string | undefined
  readonly archived?: boolean | undefined
  /** Only those that nobody seems to need any more. */
  readonly stale?: boolean | undefined
  /** The key after which the page begins. */
  readonly cursor?: string | undefined
  /** At most 200. */
  readonly limit?: number | undefined
}

/** The registry by key, a row a toggle with its state in every environment. */
export async function findToggles(
  actor: Actor,
  find: FindToggles,
): Promise<{ toggles: ToggleRow[]; next_cursor: string | null }> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const { q, team, state, plan, archived = false, stale = false, cursor, limit = 100 } = find
  const inPlan = plan === undefined ? null : await keysInPlan(plan)
  const inPage = async (after: string | undefined) =>
    db().toggle.findMany({
      where: {
        archived,
        ...(team === undefined ? {} : { team: { slug: team } }),
        ...(q === undefined
          ? {}
          : {
              OR: [{ key: containing(q) }, { description: containing(q) }],
            }),
        AND: [
          after === undefined ? {} : { key: { gt: after } },
          inPlan === null ? {} : { key: { in: inPlan } },
          state === undefined ? {} : { toggleStates: { some: STATE_STORED[state] } },
        ],
      },
      orderBy: { key: 'asc' },
      take: limit + 1,
      select: TOGGLE_SHOWN,
    })
  const now = new Date()
  const found: Omit<ToggleRow, 'plans' | 'last_asked_at'>[] = []
  // What is stale is found by the clock and not by the database: page after page, until enough are.
  for (let after = cursor; found.length <= limit; ) {
    const rows = await inPage(after)
    found.push(
      ...rows.map((row) => shown(actor, row, now)).filter((row) => !stale || row.stale !== null),
    )
    if (rows.length <= limit) break
    after = rows.at(-1)?.key
  }
  const page = found.slice(0, limit)
  const keys = page.map(({ key }) => key)
  const [plans, asked] = await Promise.all([plansNaming(keys), findLastAsked(db(), keys)])
  const toggles = page.map((row) => ({
    ...row,
    plans: plans.get(row.key) ?? [],
    last_asked_at: asked.get(row.key) ?? null,
  }))
  return { toggles, next_cursor: found.length > limit ? (toggles.at(-1)?.key ?? null) : null }
}

interface StoredToggle {
  readonly key: string
  readonly description: string
  readonly archived: boolean
  readonly team: { readonly id: string; readonly slug: string }
  readonly toggleStates: readonly Parameters<typeof environmentState>[0][]
}

function shown(actor: Actor, toggle: StoredToggle, now: Date) {
  const { key, description, archived, team, toggleStates } = toggle
  const seesActors = may(actor, 'actors.read', team.id)
  const environments = toggleStates.map((state) => environmentState(state, seesActors))
  const stale = archived ? null : stalenessOf(environments, now)
  return { key, description, team: team.slug, archived, environments, stale }
}

/** What of a toggle a list shows. */
export const TOGGLE_SHOWN = {
  key: true,
  description: true,
  archived: true,
  team: { select: { id: true, slug: true } },
  toggleStates: { orderBy: { environment: { position: 'asc' } }, select: STATE_SHOWN },
} as const

async function keysInPlan(slug: string): Promise<string[]> {
  const rows = await db().planToggle.findMany({ where: { plan: { slug } }, select: { key: true } })
  return rows.map(({ key }) => key)
}

/** The plans that name each of these keys. */
export async function plansNaming(
  keys: readonly string[],
): Promise<Map<string, { slug: string; title: string }[]>> {
  const rows = await db().planToggle.findMany({
    where: { key: { in: [...keys] } },
    orderBy: { plan: { createdAt: 'desc' } },
    select: { key: true, plan: { select: { slug: true, title: true } } },
  })
  const plans = new Map<string, { slug: string; title: string }[]>()
  for (const { key, plan } of rows) plans.set(key, [...(plans.get(key) ?? []), plan])
  return plans
}
