import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { type Refusal, Refused } from '../../domain/refusal.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { change, type Done, told } from '../change.ts'
import { type Db, db } from '../db.ts'
import { endRunsSince, type UndoableStage, undoableStages } from '../rollout/stage-began.ts'
import type { Entry } from '../write-entry.ts'
import { applyFlip, type Flipped } from './apply-flip.ts'
import { type HowMuchOfPlan, type PlaceToUndo, placesToUndo } from './places-to-undo.ts'
import { planOrder } from './plan-order.ts'
import { type RollbackTarget, rollbackTarget } from './rollback-target.ts'
import { findStateRows, type StateRow } from './state-row.ts'
import { assess, holdToChecks, permit } from './weigh.ts'

/** What rolling a plan back takes. */
export interface RollBackPlan extends HowMuchOfPlan {
  /** The versions that the caller saw; what was flipped since is not undone by mistake. */
  readonly expectedVersions?: readonly SeenVersion[] | undefined
}

/** A version of a toggle in an environment that somebody saw. */
interface SeenVersion {
  readonly toggle: string
  readonly environment: string
  readonly version: number
}

/** What becomes of each toggle of the plan, the last in the plan's order first. */
export interface RolledBackPlan {
  readonly restored: readonly (Pick<Flipped, 'toggle' | 'environment' | 'version'> & {
    /** In words. */
    readonly from: string
    readonly to: string
    /** The version that it was seen at. */
    readonly seen: number
  })[]
  /** Where restoring would widen and may not: left as it is, with the checks that hold it. */
  readonly held: readonly {
    readonly toggle: string
    readonly environment: string
    readonly from: string
    readonly to: string
    readonly seen: number
    readonly refusal: Refusal
  }[]
}

/**
 * Undoes everything that was flipped for a plan since its launch, or since a chosen entry, in one
 * transaction and in the reverse of the plan's order. What narrows is restored at once and never
 * waits for the rest; a toggle whose restoring would widen is restored only where its checks pass,
 * and is reported with them where they do not.
 *
 * @throws Refused `not_found`, `nothing_to_roll_back`, `stage_not_ready`, `version_conflict`; what
 * held the first toggle when all are held.
 */
export async function rollBackPlan(
  actor: Actor,
  input: RollBackPlan & { readonly reason: string },
): Promise<Done<RolledBackPlan>> {
  const { slug, environment, reason } = input
  const attempt = {
    tried: `roll back the plan ${slug}`,
    target: { plan: slug, ...(environment === undefined ? {} : { environment }) },
  }
  return change(actor, attempt, async (tx) => {
    const entries: Entry[] = []
    const places = await placesToUndo(tx, input)
    const result = await eachStep(tx, input, places, { lock: true }, async (row, target) => {
      const refusal = await refusalOf(tx, actor, row, target)
      if (refusal !== null) return refusal
      const applied = await applyFlip(tx, actor, { row, ...target, reason, plan: slug })
      entries.push(...applied.entries)
      return null
    })
    if (input.beforeStage !== undefined && result.held.length === 0) {
      entries.push(...(await endStages(tx, actor, places)))
    }
    if (entries.length === 0) requireSomething(slug, result, places)
    return told(result, entries)
  })
}

/** Ends the stages that are undone, those begun by hand too. Where one is held all go on. */
async function endStages(
  tx: Db,
  actor: Actor,
  places: readonly PlaceToUndo[],
): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (const { meant, seq, teamId } of places) {
    if (!may(actor, 'flip.narrow_protected', teamId)) {
      throw new Refused({ code: 'forbidden', action: 'flip.narrow_protected' })
    }
    entries.push(...(await endRunsSince(tx, meant, seq)))
  }
  return entries
}

/**
 * What rolling a plan back would restore now and what would be held, with the stages that run and
 * that it can go to before. Changes nothing.
 *
 * @throws Refused as the rollback itself.
 */
export async function proposePlanRollback(
  actor: Actor,
  input: RollBackPlan,
): Promise<RolledBackPlan & { readonly stages: readonly UndoableStage[] }> {
  return db().$transaction(async (tx) => {
    const places = await placesToUndo(tx, input)
    const step: Step = (row, target) => refusalOf(tx, actor, row, target)
    const steps = await eachStep(tx, input, places, { lock: false }, step)
    if (input.beforeStage === undefined) requireSomething(input.slug, steps, places)
    const stages = new Map<number, UndoableStage>()
    for (const { meant } of places) {
      for (const stage of await undoableStages(tx, meant)) stages.set(stage.n, stage)
    }
    return { ...steps, stages: [...stages.values()].sort((one, other) => one.n - other.n) }
  })
}

type Step = (row: StateRow, target: RollbackTarget) => Promise<Refusal | null>

async function eachStep(
  tx: Db,
  { slug, expectedVersions }: RollBackPlan,
  places: readonly PlaceToUndo[],
  { lock }: { lock: boolean },
  step: Step,
): Promise<RolledBackPlan> {
  const order = await registered(tx, await planOrder(tx, slug))
  const restored: RolledBackPlan['restored'][number][] = []
  const held: RolledBackPlan['held'][number][] = []
  for (const { meant, seq } of places) {
    const environment = meant.environment.key
    const rows = await findStateRows(tx, order.toReversed(), environment, { lock })
    for (const row of rows) {
      requireSeen(row, expectedVersions)
      const target = await rollbackTarget(tx, row, { toBeforeSeq: seq })
      if (target === null) continue
      const from = describeState(row.state)
      const move = { toggle: row.toggle.key, environment, from, seen: row.version }
      const to = describeState(target.after)
      const refusal = await step(row, target)
      if (refusal === null) restored.push({ ...move, to, version: row.version + 1 })
      else held.push({ ...move, to, refusal })
    }
  }
  return { restored, held }
}

/** Refuses what would do nothing: with what held the first toggle, where all are held. */
function requireSomething(
  slug: string,
  { restored, held }: RolledBackPlan,
  places: readonly PlaceToUndo[],
): void {
  if (restored.length > 0) return
  const [first] = held
  if (first) throw new Refused(first.refusal)
  const environment = places.map(({ meant }) => meant.environment.key).join(', ')
  throw new Refused({ code: 'nothing_to_roll_back', toggle: slug, environment })
}

function requireSeen(row: StateRow, expected: readonly SeenVersion[] | undefined): void {
  const { toggle, environment, version } = row
  const seen = expected?.find(
    (one) => one.toggle === toggle.key && one.environment === environment.key,
  )
  if (!seen || seen.version === version) return
  const what = `${toggle.key} in ${environment.key}`
  throw new Refused({ code: 'version_conflict', what, expected: seen.version, actual: version })
}

/** The rules' no to restoring this snapshot, null where they let it through. */
async function refusalOf(
  tx: Db,
  actor: Actor,
  row: StateRow,
  { after }: RollbackTarget,
): Promise<Refusal | null> {
  try {
    const weighed = await assess(tx, row, after)
    await permit(tx, actor, row, weighed)
    holdToChecks(actor, row, weighed, undefined)
    return null
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

async function registered(tx: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await tx.toggle.findMany({
    where: { key: { in: [...keys] }, archived: false },
    select: { key: true },
  })
  return keys.filter((key) => rows.some((row) => row.key === key))
}
