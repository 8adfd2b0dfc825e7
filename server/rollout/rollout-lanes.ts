import { binds, type CheckName } from '../../domain/rollout/check-binding.ts'
import { shareOfActors } from '../../domain/rollout/staged-rollout.ts'
import type { Db } from '../db.ts'
import { bindingOf } from '../toggles/facts/guard-facts.ts'
import { GATE_COLUMNS, stateOfColumns } from '../toggles/state-row.ts'

/** One toggle's way through a plan's stages in one environment. */
export interface Lane {
  readonly environmentId: string
  readonly environment: string
  /** What people call the environment. */
  readonly environmentName: string
  /** Null where the plan has no registered toggle. */
  readonly toggle: string | null
  readonly toggleId: string | null
  /** Whether the toggle is archived: nothing of it runs any more. */
  readonly archived: boolean
  /** The share of actors that is in now, 0 to 100. */
  readonly share: number
  /** Whether the soak and the results of the stage before hold a flip here, or only advise. */
  readonly binds: { readonly soak: boolean; readonly results: boolean }
}

/** The most toggles of a plan that have lanes. */
export const MOST_TOGGLES = 50

/**
 * Each registered toggle of a plan in each protected environment, the first 50 toggles; without a
 * toggle, the plan alone. Given a key, that toggle alone.
 */
export async function findLanes(
  tx: Db,
  plan: { readonly id: string; readonly teamId: string },
  only?: string,
): Promise<Lane[]> {
  const environments = await tx.environment.findMany({
    where: { protected: true },
    select: {
      id: true,
      key: true,
      name: true,
      checkBindings: { select: { teamId: true, bound: true, unbound: true } },
    },
    orderBy: { position: 'asc' },
  })
  const named = await tx.planToggle.findMany({
    where: {
      planId: plan.id,
      toggleId: { not: null },
      ...(only === undefined ? {} : { key: only }),
    },
    select: {
      key: true,
      toggleId: true,
      toggle: {
        select: {
          teamId: true,
          archived: true,
          toggleStates: { select: { environmentId: true, ...GATE_COLUMNS } },
        },
      },
    },
    orderBy: { position: 'asc' },
    take: MOST_TOGGLES,
  })
  return environments.flatMap(({ id, key, name, checkBindings }): Lane[] => {
    const placeOf = (teamId: string) => {
      const chosen = checkBindings.find((one) => one.teamId === teamId)
      const binding = bindingOf(chosen ?? { bound: [], unbound: [] })
      const holds = (check: CheckName) => binds(check, binding)
      return {
        environmentId: id,
        environment: key,
        environmentName: name,
        binds: { soak: holds('soak'), results: holds('results') },
      }
    }
    if (named.length === 0) {
      return [{ ...placeOf(plan.teamId), toggle: null, toggleId: null, archived: false, share: 0 }]
    }
    return named.map((row) => {
      const state = row.toggle?.toggleStates.find(({ environmentId }) => environmentId === id)
      const share = state ? shareOfActors(stateOfColumns(state)) : 0
      const place = placeOf(row.toggle?.teamId ?? plan.teamId)
      const archived = row.toggle?.archived ?? false
      return { ...place, toggle: row.key, toggleId: row.toggleId, archived, share }
    })
  })
}
