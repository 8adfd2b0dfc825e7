import { randomUUID } from 'node:crypto'
import { Refused } from '../../domain/refusal.ts'
import { OFF, stateFromJson, type ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'

/** One toggle in one environment, as a flip needs it. */
export interface StateRow {
  readonly id: string
  readonly version: number
  readonly state: ToggleState
  readonly toggle: {
    readonly id: string
    readonly key: string
    readonly teamId: string
    readonly offIsDangerous: boolean
    readonly archived: boolean
  }
  readonly environment: {
    readonly id: string
    readonly key: string
    readonly name: string
    readonly protected: boolean
  }
}

/** The columns of toggle_state that make a ToggleState. */
export const GATE_COLUMNS = {
  boolean: true,
  actors: true,
  groups: true,
  percentageOfActors: true,
  percentageOfTime: true,
  expression: true,
} as const

interface GateColumns {
  readonly boolean: boolean
  readonly actors: string[]
  readonly groups: string[]
  readonly percentageOfActors: { toNumber(): number } | null
  readonly percentageOfTime: { toNumber(): number } | null
  readonly expression: unknown
}

/** The gates of a row as the domain's state. */
export function stateOfColumns(row: GateColumns): ToggleState {
  return stateFromJson({
    boolean: row.boolean,
    actors: row.actors,
    groups: row.groups,
    percentage_of_actors: row.percentageOfActors?.toNumber() ?? null,
    percentage_of_time: row.percentageOfTime?.toNumber() ?? null,
    expression: row.expression ?? null,
  })
}

/**
 * A toggle's state in an environment. With `lock`, other flips of it wait until this transaction
 * ends, so that what is checked is what is changed.
 *
 * @throws Refused `not_found` for an unknown toggle or environment.
 */
export async function findStateRow(
  tx: Db,
  toggleKey: string,
  environmentKey: string,
  { lock }: { lock: boolean },
): Promise<StateRow> {
  if (lock) {
    await tx.$queryRaw`SELECT s.id FROM toggle_state s
      JOIN toggle t ON t.id = s.toggle_id JOIN environment e ON e.id = s.environment_id
      WHERE t.key = ${toggleKey} AND e.key = ${environmentKey} FOR UPDATE OF s`
  }
  const row = await tx.toggleState.findFirst({
    where: { toggle: { key: toggleKey }, environment: { key: environmentKey } },
    select: {
      id: true,
      version: true,
      ...GATE_COLUMNS,
      toggle: {
        select: { id: true, key: true, teamId: true, offIsDangerous: true, archived: true },
      },
      environment: { select: { id: true, key: true, name: true, protected: true } },
    },
  })
  if (row) return { ...row, state: stateOfColumns(row) }
  const known = await tx.toggle.count({ where: { key: toggleKey } })
  throw new Refused(
    known === 0
      ? { code: 'not_found', what: 'toggle', key: toggleKey }
      : { code: 'not_found', what: 'environment', key: environmentKey },
  )
}

/**
 * A state that is not written yet: off at version 0, of a toggle that this transaction registered.
 * Writing it makes the row.
 */
export async function unwrittenStateRow(
  tx: Db,
  toggleKey: string,
  environmentKey: string,
): Promise<StateRow> {
  const toggle = await tx.toggle.findUniqueOrThrow({
    where: { key: toggleKey },
    select: { id: true, key: true, teamId: true, offIsDangerous: true, archived: true },
  })
  const environment = await tx.environment.findUniqueOrThrow({
    where: { key: environmentKey },
    select: { id: true, key: true, name: true, protected: true },
  })
  return { id: randomUUID(), version: 0, state: OFF, toggle, environment }
}
