import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { startsByHand } from '../../domain/rollout/stage-key.ts'
import { shareOfActors } from '../../domain/rollout/staged-rollout.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { GATE_COLUMNS, stateOfColumns } from '../toggles/state-row.ts'
import { type HeldStage, holdStage, type StageAsked, stageAttempt } from './hold-stage.ts'
import { beginRun } from './write-run.ts'

/** What starting a stage by hand takes. */
export interface StartStage extends StageAsked {
  readonly reason?: string | undefined
}

/**
 * Starts a stage by hand: one that no percentage starts, such as test users; or one whose
 * percentage the toggle reached before the plan listed it under this name. Any other starts with
 * the flip that reaches it. Starting one that runs changes nothing.
 *
 * @throws Refused `forbidden`, `not_found`, `invalid`, `stage_not_ready`; `archived` for a toggle that is.
 */
export async function startStage(actor: Actor, input: StartStage): Promise<Done<{ n: number }>> {
  return change(actor, stageAttempt('start', input), async (tx) => {
    const held = await holdStage(tx, actor, 'stage.run', input)
    if (held.toggle?.archived) {
      throw new Refused({ code: 'archived', what: 'toggle', key: held.toggle.key })
    }
    const toggles = startsByHand(held.stage) ? [held.toggle] : await reachedBy(tx, held)
    const entries = []
    for (const toggle of toggles) {
      const { plan, stage, environment } = held
      const begun = { id: randomUUID(), plan, stage, environment, toggle, by: 'hand' as const }
      const entry = await beginRun(tx, actor, { ...begun, reason: input.reason })
      if (entry) entries.push(entry)
    }
    const [first, ...others] = entries
    return { result: { n: input.n }, entries: first ? [first, ...others] : 'unchanged' }
  })
}

/** The toggles of the plan that stand at this stage's percentage already. */
async function reachedBy(tx: Db, { plan, stage, environment, toggle }: HeldStage) {
  const rows = await tx.toggleState.findMany({
    where: {
      environmentId: environment.id,
      toggle: {
        archived: false,
        planToggles: { some: { planId: plan.id } },
        ...(toggle ? { id: toggle.id } : {}),
      },
    },
    select: { ...GATE_COLUMNS, toggle: { select: { id: true, key: true } } },
    orderBy: { toggleId: 'asc' },
  })
  const there = rows.filter((row) => shareOfActors(stateOfColumns(row)) >= (stage.percentage ?? 0))
  if (there.length > 0) return there.map((row) => row.toggle)
  throw new Refused({
    code: 'stage_not_ready',
    detail: `“${stage.label}” starts with the flip that reaches ${stage.percentage} % in ${environment.key}.`,
  })
}
