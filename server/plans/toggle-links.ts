import type { PlanToggle } from '../../domain/plan/reading.ts'
import type { Db } from '../db.ts'
import { nearKeys } from './near-keys.ts'

/** A toggle that a plan names, and what the registry knows of it. */
export interface ToggleLink extends PlanToggle {
  /** `unknown` keys are never registered by themselves; `archived` ones are never used again. */
  readonly status: 'registered' | 'archived' | 'unknown'
  /** For an unknown key: registered keys that may have been meant. */
  readonly near: readonly string[]
}

/** A plan's toggles beside the registry, in the plan's order. */
export async function toggleLinks(tx: Db, toggles: readonly PlanToggle[]): Promise<ToggleLink[]> {
  const rows = await tx.toggle.findMany({
    where: { key: { in: toggles.map(({ key }) => key) } },
    select: { key: true, archived: true },
  })
  const known = new Map(rows.map(({ key, archived }) => [key, archived]))
  const isUnknown = toggles.some(({ key }) => !known.has(key))
  const registry = isUnknown ? await registeredKeys(tx) : []
  return toggles.map((toggle) => {
    const archived = known.get(toggle.key)
    if (archived === undefined) {
      return { ...toggle, status: 'unknown', near: nearKeys(toggle.key, registry) }
    }
    return { ...toggle, status: archived ? 'archived' : 'registered', near: [] }
  })
}

async function registeredKeys(tx: Db): Promise<string[]> {
  const rows = await tx.toggle.findMany({ where: { archived: false }, select: { key: true } })
  return rows.map(({ key }) => key)
}
