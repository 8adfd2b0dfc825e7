import { binds, type CheckName } from '../../domain/rollout/check-binding.ts'
import { shareOfActors } from '../../domain/rollout/staged-rollout.ts'
import type { Db } from '../db.ts'
import { bindingOf } from '../toggles/facts/guard-facts.ts'
import { GATE_COLUMNS, stateOfColumns } from '../toggles/state-row.ts'

/** One toggle's way through a plan's stages in one environment. */
export interface Lane {
  readonly environmentId: string
  readonly environment: string
  /** Null where the plan has no registered toggle. */
  readonly toggle: string | null
  readonly toggleId: string | null
  /** The share of actors that is in now, 0 to 100. */
  readonly share: number
  /** Whether the soak and the results of the stage before hold a flip here, or only advise. */
  readonly binds: { readonly soak: boolean; readonly results: boolean }
}

const MOST_TOGGLES = 50

/**
 * Each registered toggle of a plan in each protected environment, the first 50 toggles; without a
 * toggle, the plan alone.
 */
export async function findLanes(
  tx: Db,
  plan: { readonly id: string; readonly teamId: string },
): Promise<Lane[]> {
  const environments = await tx.environment.findMany({
    where: { protected: true },
    select: {
      id: true,
      key: true,
      checkBindings: { select: { teamId: true, bound: true, unbound: true } },
    },
    orderBy: { position: 'asc' },
  })
  const named = await tx.planToggle.findMany({
    where: { planId: plan.id, toggleId: { not: null } },
    select: {
      key: true,
      toggleId: true,
      toggle: {
        select: {
          teamId: true,
          toggleStates: { select: { environmentId: true, ...GATE_COLUMNS } },
        },
      },
    },
    orderBy: { position: 'asc' },
    take: MOST_TOGGLES,
  })
  return environments.flatMap(({ id, key, checkBindings }): Lane[] => {
    const placeOf = (teamId: string) => {
      const chosen = checkBindings.find((one) => one.teamId === teamId)
      const binding = bindingOf(chosen ?? { bound: [], unbound: [] })
      const holds = (check: CheckName) => binds(check, binding)
      return {
        environmentId: id,
        environment: key,
        binds: { soak: holds('soak'), results: holds('results') },
      }
    }
    if (named.length === 0) {
      return [{ ...placeOf(plan.teamId), toggle: null, toggleId: null, share: 0 }]
    }
    return named.map((row) => {
      const state = row.toggle?.toggleStates.find(({ environmentId }) => environmentId === id)
      const share = state ? shareOfActors(stateOfColumns(state)) : 0
      const place = placeOf(row.toggle?.teamId ?? plan.teamId)
      return { ...place, toggle: row.key, toggleId: row.toggleId, share }
    })
  })
}
