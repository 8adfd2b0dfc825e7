import { randomUUID } from 'node:crypto'
import { Refused } from '../../domain/refusal.ts'
import { OFF, stateFromJson, type ToggleState } from '../../domain/toggle/state.ts'
import { Prisma } from '../../generated/prisma/client.ts'
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

interface LockedRow extends GateColumns {
  readonly id: string
  readonly version: number
  readonly toggleId: string
  readonly toggleKey: string
  readonly teamId: string
  readonly archived: boolean
  readonly offIsDangerous: boolean
  readonly environmentId: string
  readonly environmentKey: string
  readonly name: string
  readonly protected: boolean
}

function stateRowOf(row: LockedRow): StateRow {
  const { toggleId, toggleKey, teamId, offIsDangerous, archived } = row
  return {
    id: row.id,
    version: row.version,
    state: stateOfColumns(row),
    toggle: { id: toggleId, key: toggleKey, teamId, offIsDangerous, archived },
    environment: {
      id: row.environmentId,
      key: row.environmentKey,
      name: row.name,
      protected: row.protected,
    },
  }
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
  const [row] = await findStateRows(tx, [toggleKey], environmentKey, { lock })
  if (row) return row
  throw new Error('one toggle was asked for and none was found')
}

/**
 * The states of several toggles in one environment, in the order of `toggleKeys`. With `lock` they
 * are held until the transaction ends; taken in the order of their ids, whoever asks, so that two
 * that take the same rows wait for one another and never in a circle.
 *
 * @throws Refused `not_found` for an unknown toggle or environment.
 */
export async function findStateRows(
  tx: Db,
  toggleKeys: readonly string[],
  environmentKey: string,
  { lock }: { lock: boolean },
): Promise<StateRow[]> {
  const rows = await tx.$queryRaw<LockedRow[]>`
    SELECT s.id, s.version, s."boolean", s.actors, s.groups, s.expression,
           s.percentage_of_actors AS "percentageOfActors", s.percentage_of_time AS "percentageOfTime",
           t.id AS "toggleId", t.key AS "toggleKey", t.team_id AS "teamId", t.archived,
           t.off_is_dangerous AS "offIsDangerous",
           e.id AS "environmentId", e.key AS "environmentKey", e.name, e.protected
      FROM toggle_state s
      JOIN toggle t ON t.id = s.toggle_id JOIN environment e ON e.id = s.environment_id
     WHERE t.key = ANY (${[...toggleKeys]}::text[]) AND e.key = ${environmentKey}
     ORDER BY s.id
       ${lock ? Prisma.sql`FOR UPDATE OF s` : Prisma.empty}`
  const found = new Map(rows.map((row) => [row.toggleKey, stateRowOf(row)]))
  const missing = toggleKeys.find((key) => !found.has(key))
  if (missing !== undefined) await notThere(tx, missing, environmentKey)
  return toggleKeys.flatMap((key) => found.get(key) ?? [])
}

async function notThere(tx: Db, toggleKey: string, environmentKey: string): Promise<never> {
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
