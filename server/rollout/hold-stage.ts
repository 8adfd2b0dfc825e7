import type { Actor } from '../../domain/actor.ts'
import type { Action } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type KeyedStage, keyedStages } from '../../domain/rollout/stage-key.ts'
import { isLive } from '../../domain/rollout/stage-run.ts'
import type { Db } from '../db.ts'
import { lockPlan, type PlanRow } from '../plans/lock-plan.ts'
import { planText } from '../plans/plan-text.ts'
import { lockRuns, type RunRow } from './stage-runs.ts'

/** Which stage of which plan, and for which toggle where only one is meant. */
export interface StageAsked {
  readonly slug: string
  /** The stage's number in the plan as it is now, from 1. */
  readonly n: number
  /** The environment's key; may be left out where only one is protected. */
  readonly environment?: string | undefined
  /** A toggle's key; without it, every toggle that the stage runs for. */
  readonly toggle?: string | undefined
}

/** A stage as a command holds it. */
export interface HeldStage {
  readonly plan: PlanRow
  readonly stage: KeyedStage
  readonly environment: { readonly id: string; readonly key: string }
  readonly toggle: {
    readonly id: string
    readonly key: string
    readonly archived: boolean
  } | null
  /** Every run of the stage there, of the toggle asked for or of all; oldest first. */
  readonly runs: readonly RunRow[]
}

/** What a stage command was about, for the entry of a refused one. */
export function stageAttempt(verb: string, { slug, n, environment, toggle }: StageAsked) {
  return {
    tried: `${verb} stage ${n} of ${slug}`,
    target: {
      plan: slug,
      ...(environment === undefined ? {} : { environment }),
      ...(toggle === undefined ? {} : { toggle }),
    },
  }
}

/**
 * Takes hold of a stage of a plan and its runs until the transaction ends.
 *
 * @throws Refused `forbidden`, `not_found` for the plan or a number that it has no stage for;
 * `invalid` for an environment or toggle that it does not run in.
 */
export async function holdStage(
  tx: Db,
  actor: Actor,
  action: Action,
  asked: StageAsked,
): Promise<HeldStage> {
  const plan = await lockPlan(tx, actor, action, asked.slug)
  const { reading } = await planText(tx, plan.id)
  const stage = keyedStages(reading.stages)[asked.n - 1]
  if (!stage) throw new Refused({ code: 'not_found', what: 'stage', key: String(asked.n) })
  const environment = await environmentOf(tx, asked.environment)
  const toggle = asked.toggle === undefined ? null : await toggleOf(tx, plan.id, asked.toggle)
  const runs = await lockRuns(tx, {
    planId: plan.id,
    environmentId: environment.id,
    stageKey: stage.key,
    ...(toggle ? { OR: [{ toggleId: toggle.id }, { toggleId: null }] } : {}),
  })
  return { plan, stage, environment, toggle, runs }
}

/**
 * The live runs of a stage.
 *
 * @throws Refused `stage_not_ready` when there is none.
 */
export function liveRuns({ stage, runs }: HeldStage): readonly [RunRow, ...RunRow[]] {
  const [first, ...others] = runs.filter(isLive)
  if (first) return [first, ...others]
  throw new Refused({
    code: 'stage_not_ready',
    detail: `“${stage.label}” does not run${whyNot(runs.at(-1))}.`,
  })
}

function whyNot(newest: RunRow | undefined): string {
  if (newest === undefined) return ': it has not been started'
  return newest.state === 'ended'
    ? ' any more: its toggle is archived'
    : ' any more: it was rolled back'
}

async function environmentOf(tx: Db, key: string | undefined) {
  const rows = await tx.environment.findMany({
    where: { protected: true },
    select: { id: true, key: true },
    orderBy: { position: 'asc' },
  })
  const named = key === undefined ? rows : rows.filter((row) => row.key === key)
  const [only] = named
  if (only && named.length === 1) return only
  const keys = rows.map((row) => row.key).join(', ')
  throw invalid('environment', `Name one whose stages are run: ${keys || 'none is protected'}.`)
}

async function toggleOf(tx: Db, planId: string, key: string) {
  const row = await tx.planToggle.findUnique({
    where: { planId_key: { planId, key } },
    select: { toggle: { select: { id: true, key: true, archived: true } } },
  })
  if (row?.toggle) return row.toggle
  throw invalid('toggle', `The plan names no registered toggle "${key}".`)
}

/** A refusal of one field of the body. */
export function invalid(path: string, message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path, message }] })
}
