import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'
import { type RunsMeant, stageBegan } from '../rollout/stage-began.ts'
import { launchedFrom } from './plan-start.ts'

/** Which plan is rolled back, where and how far. */
export interface HowMuchOfPlan {
  readonly slug: string
  /** Every protected environment when left out. */
  readonly environment?: string | undefined
  /** To right before this entry of the log; to before the launch when left out. */
  readonly toBeforeSeq?: number | undefined
  /** To right before this stage began, for every toggle that runs it: its number, from 1. */
  readonly beforeStage?: number | undefined
}

/** One environment in which a plan is rolled back, and the entry of the log before which it goes. */
export interface PlaceToUndo {
  readonly meant: RunsMeant
  readonly seq: number
  /** Whose plan it is. */
  readonly teamId: string
}

/**
 * Where a plan is rolled back and how far: every protected environment, or the one that is named; to
 * before an entry, before a stage where that stage runs, or before the launch.
 *
 * @throws Refused `not_found`; `invalid` for two ways at once; `stage_not_ready` for a stage that
 * runs nowhere.
 */
export async function placesToUndo(
  tx: Db,
  { slug, environment, toBeforeSeq, beforeStage }: HowMuchOfPlan,
): Promise<readonly PlaceToUndo[]> {
  if (toBeforeSeq !== undefined && beforeStage !== undefined) {
    const message = 'does not go together with another way to say how far back.'
    throw new Refused({ code: 'invalid', errors: [{ path: 'before_stage', message }] })
  }
  const plan = await tx.plan.findUnique({ where: { slug }, select: { id: true, teamId: true } })
  if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  const environments = await environmentsOf(tx, environment)
  const meant = environments.map((one) => ({
    planId: plan.id,
    environment: one,
    toggleId: null,
  }))
  if (beforeStage !== undefined) return whereStageRuns(tx, meant, beforeStage, plan.teamId)
  const seq = toBeforeSeq ?? (await launchedFrom(tx, slug))
  return meant.map((one) => ({ meant: one, seq, teamId: plan.teamId }))
}

async function whereStageRuns(
  tx: Db,
  meant: readonly RunsMeant[],
  stage: number,
  teamId: string,
): Promise<PlaceToUndo[]> {
  const places: PlaceToUndo[] = []
  let nowhere: unknown = new Refused({ code: 'not_found', what: 'stage', key: String(stage) })
  for (const one of meant) {
    try {
      places.push({ meant: one, seq: await stageBegan(tx, one, stage), teamId })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      nowhere = error
    }
  }
  if (places.length === 0) throw nowhere
  return places
}

async function environmentsOf(tx: Db, key: string | undefined) {
  const rows = await tx.environment.findMany({
    where: key === undefined ? { protected: true } : { key },
    orderBy: { position: 'asc' },
    select: { id: true, key: true },
  })
  if (rows.length > 0 || key === undefined) return rows
  throw new Refused({ code: 'not_found', what: 'environment', key })
}
