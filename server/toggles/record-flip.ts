import type { Actor } from '../../domain/actor.ts'
import type { Fact } from '../../domain/audit/entry.ts'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import type { ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import { followStages } from '../rollout/follow-stages.ts'
import type { Changed, Entry } from '../write-entry.ts'
import { mailOverride } from './mail-override.ts'
import { openOverride } from './open-override.ts'
import type { StateRow } from './state-row.ts'
import type { Weighed } from './weigh.ts'
import { writeState } from './write-state.ts'

/** What a flip came from, besides the person who made it; told in its entry. */
export interface FlipGround {
  /** For a rollback: the versions whose flips it undoes, oldest first; `to` is `from` for one. */
  readonly undoes?: { readonly from: number; readonly to: number } | undefined
  /** The slug of the plan that it belongs to. */
  readonly plan?: string | undefined
  /** The name of the guard whose signal lowered it. */
  readonly guard?: string | undefined
  /** The id of the schedule that it was signed in. */
  readonly schedule?: string | undefined
}

interface FlipToRecord extends FlipGround {
  readonly row: StateRow
  readonly after: ToggleState
  readonly weighed: Weighed
  readonly reason: string
  readonly override?: OverrideInput | undefined
}

/**
 * Writes a flip's state and says what happened, and what it means for the stages of the plan; an
 * override also opens its review. The flip's own entry is the first.
 */
export async function recordFlip(
  tx: Db,
  actor: Actor,
  flip: FlipToRecord,
): Promise<[Entry, ...Entry[]]> {
  const { row, after, weighed } = flip
  const before = await writeState(tx, row, after)
  const failed = holdingChecks(weighed.checks).map(({ check }) => check)
  const changed: Changed[] = [{ entity: 'toggle_state', id: row.id, before }]
  if (failed.length > 0) changed.push(await overridden(tx, actor, flip, failed))
  const said = flip.override && failed.length > 0 ? flip.override : null
  const texts = {
    reason: flip.reason,
    ...(said && { note: said.reason }),
    ...(said?.incident_link && { link: said.incident_link }),
  }
  const flipped = { ...factOf(flip, failed.length > 0), texts, changed }
  return [flipped, ...(await followStages(tx, actor, row, after))]
}

/** What happened, without the rows that changed. */
export function factOf(flip: Omit<FlipToRecord, 'reason'>, overrides: boolean): Fact {
  const { row, after, weighed, undoes, plan, guard, schedule } = flip
  const target = {
    toggle: row.toggle.key,
    environment: row.environment.key,
    ...(plan === undefined ? {} : { plan }),
  }
  const data = {
    from: describeState(row.state),
    to: describeState(after),
    checks: weighed.checks.map(({ check, passed, binds }) => ({ check, passed, binds })),
    rests_on: weighed.restsOn,
    ...(guard === undefined ? {} : { guard }),
    ...(schedule === undefined ? {} : { schedule }),
  }
  if (overrides) return { type: 'flip.overrode_checks', target, data }
  if (undoes !== undefined) {
    const through = undoes.to > undoes.from ? { through: undoes.to } : {}
    const undone = { ...data, undoes: undoes.from, ...through }
    return { type: 'toggle.rolled_back', target, data: undone }
  }
  if (weighed.direction === 'widens') return { type: 'toggle.widened', target, data }
  if (weighed.direction === 'narrows') return { type: 'toggle.narrowed', target, data }
  return { type: 'toggle.reshaped', target, data }
}

async function overridden(
  tx: Db,
  actor: Actor,
  { row, override, reason: said }: FlipToRecord,
  checks: readonly string[],
): Promise<Changed> {
  const why = override ?? { reason: said }
  const { id, changed } = await openOverride(tx, actor, { stateId: row.id, checks, override: why })
  await mailOverride(tx, { id, row, checks, maker: actor, reason: why.reason })
  return changed
}
