import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import { db } from '../db.ts'
import { environmentState, STATE_SHOWN } from '../toggles/environment-state.ts'
import { findGoverningPlan, type GoverningPlan } from '../toggles/find-governing-plan.ts'
import { findNextStep } from '../toggles/find-next-step.ts'
import { ownTeams } from './own-teams.ts'

/** A launched toggle that is not fully out yet. */
export interface Rollout {
  readonly toggle: string
  readonly environment: string
  /** The state in words, now and after the next step. */
  readonly now: string
  readonly next: string
  /** The next stage's percentage and label; null past the last stage, when the next step is all the way on. */
  readonly stage: { readonly value: number; readonly label: string } | null
  readonly plan: { readonly slug: string; readonly title: string }
  /** Since when it stands as it stands. */
  readonly since: string
  /** The checks that hold the next step; none when it is ready. */
  readonly held_by: readonly string[]
  /** Why it was rolled back, when that is what happened last; null otherwise. */
  readonly rolled_back: string | null
}

/** The most that are asked: each takes its checks anew. */
export const MOST_ROLLOUTS = 25

/** So many states are looked through; some have no step left, or a newer plan that was not launched. */
const MOST_STATES = 200

/**
 * The rollouts that somebody may widen: toggles of launched plans that are not on in a protected
 * environment, with whether the next step is ready. At most 25, those that wait longest first.
 *
 * @throws Refused `forbidden`.
 */
export async function findRollouts(actor: Actor): Promise<Rollout[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const teams = ownTeams(actor).filter((team) => may(actor, 'flip.widen_protected', team))
  if (teams.length === 0) return []
  const rows = await db().toggleState.findMany({
    where: {
      boolean: false,
      environment: { protected: true },
      toggle: {
        archived: false,
        teamId: { in: teams },
        planToggles: { some: { plan: { rollCalls: { some: { decision: 'launch' } } } } },
      },
    },
    select: { id: true, ...STATE_SHOWN, toggle: { select: { key: true } } },
    orderBy: { changedAt: 'asc' },
    take: MOST_STATES,
  })
  const found: { readonly id: string; readonly rollout: Omit<Rollout, 'rolled_back'> }[] = []
  for (const row of rows) {
    if (found.length === MOST_ROLLOUTS) break
    const state = environmentState(row, true)
    const { key } = row.toggle
    const plan = await findGoverningPlan(actor, key)
    if (plan?.decision?.decision !== 'launch') continue
    const step = await findNextStep(actor, key, state, stagesOf(plan))
    if (!step) continue
    const rollout = {
      toggle: key,
      environment: state.environment,
      now: state.words,
      next: step.proposal.to,
      stage: step.stage,
      plan: { slug: plan.slug, title: plan.title },
      since: state.changed_at,
      held_by: holdingChecks(step.proposal.checks).map(({ check }) => check),
    }
    found.push({ id: row.id, rollout })
  }
  const rollbacks = await findNewestRollbacks(found.map(({ id }) => id))
  return found.map(({ id, rollout }) => ({ ...rollout, rolled_back: rollbacks.get(id) ?? null }))
}

function stagesOf({ stages }: GoverningPlan): { value: number; label: string }[] {
  return stages
    .flatMap(({ label, percentage }) => (percentage === null ? [] : [{ label, value: percentage }]))
    .sort((one, other) => one.value - other.value)
}

/** The reason of each state whose newest change is a rollback. */
async function findNewestRollbacks(stateIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ id: string; type: string; reason: string | null }[]>`
    SELECT DISTINCT ON (c.entity_id) c.entity_id::text AS id, e.type, x.text AS reason
      FROM audit.change c JOIN audit.event e ON e.id = c.event_id
      LEFT JOIN audit.text x ON x.event_id = e.id AND x.field = 'reason'
     WHERE c.entity = 'toggle_state' AND c.entity_id = ANY (${stateIds}::uuid[])
     ORDER BY c.entity_id, c.version DESC`
  const rollbacks = rows.filter(({ type }) => type === 'toggle.rolled_back')
  return new Map(rollbacks.map(({ id, reason }) => [id, reason ?? 'no reason is kept']))
}
