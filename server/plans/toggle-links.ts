import type { PlanToggle } from '../../domain/plan/reading.ts'
import type { Db } from '../db.ts'
import { nearKeys } from './near-keys.ts'

/** For how many unknown keys near matches are looked for: each is compared with the whole registry. */
const MOST_COMPARED = 50

/** A toggle that a plan names, and what the registry knows of it. */
export interface ToggleLink extends PlanToggle {
  /** `unknown` keys are never registered by themselves; `archived` ones are never used again. */
  readonly status: 'registered' | 'archived' | 'unknown'
  /** For an unknown key: registered keys that may have been meant. */
  readonly near: readonly string[]
}

/** A plan's toggles beside the registry, in the plan's order. */
export async function toggleLinks(tx: Db, toggles: readonly PlanToggle[]): Promise<ToggleLink[]> {
  const keys = toggles.map(({ key }) => key)
  const rows = await tx.$queryRaw<{ key: string; archived: boolean }[]>`
    SELECT key, archived FROM toggle WHERE key = ANY (${keys}::text[])`
  const known = new Map(rows.map(({ key, archived }) => [key, archived]))
  const unknown = keys.filter((key) => !known.has(key))
  const compared = new Set(unknown.slice(0, MOST_COMPARED))
  const registry = compared.size > 0 ? await registeredKeys(tx) : []
  return toggles.map((toggle) => {
    const { key } = toggle
    const archived = known.get(key)
    if (archived === undefined) {
      return {
        ...toggle,
        status: 'unknown',
        near: compared.has(key) ? nearKeys(key, registry) : [],
      }
    }
    return { ...toggle, status: archived ? 'archived' : 'registered', near: [] }
  })
}

async function registeredKeys(tx: Db): Promise<string[]> {
  const rows = await tx.toggle.findMany({ where: { archived: false }, select: { key: true } })
  return rows.map(({ key }) => key)
}
