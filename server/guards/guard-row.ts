import { GUARD_ACTS, type GuardAct } from '../../domain/guard/guard-input.ts'
import { GUARD_TOOLS, type GuardTool } from '../../domain/guard/guard-tools.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'

/** A guard as commands need it. */
export interface GuardRow {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly tool: GuardTool
  readonly act: GuardAct
  readonly lowerTo: number | null
  readonly dryRun: boolean
  readonly generation: number
  readonly secretHash: string
  readonly madeBy: string
  readonly toggle: string
  readonly environment: string
}

/**
 * A guard that was not removed.
 *
 * @throws Refused `not_found`.
 */
export async function findGuard(tx: Db, id: string): Promise<GuardRow> {
  const row = await tx.guard.findUnique({
    where: { id, removed: false },
    select: {
      id: true,
      version: true,
      name: true,
      tool: true,
      act: true,
      lowerTo: true,
      dryRun: true,
      generation: true,
      secretHash: true,
      madeBy: true,
      toggleState: {
        select: { toggle: { select: { key: true } }, environment: { select: { key: true } } },
      },
    },
  })
  if (!row) throw new Refused({ code: 'not_found', what: 'guard', key: id })
  const { toggleState, tool, act, lowerTo, ...rest } = row
  return {
    ...rest,
    tool: GUARD_TOOLS.find((one) => one === tool) ?? 'generic',
    act: GUARD_ACTS.find((one) => one === act) ?? 'hold',
    lowerTo: lowerTo?.toNumber() ?? null,
    toggle: toggleState.toggle.key,
    environment: toggleState.environment.key,
  }
}

/** What the entries of a guard tell of what it does. */
export function factOfGuard({
  name,
  tool,
  act,
  lowerTo,
  dryRun,
}: Pick<GuardRow, 'name' | 'tool' | 'act' | 'lowerTo' | 'dryRun'>) {
  return { guard: name, tool, act, lower_to: lowerTo, dry_run: dryRun }
}
