import type { Actor } from '../../domain/actor.ts'
import { pausedUntil } from '../../domain/rollout/stage-run.ts'
import { change, type Done } from '../change.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import type { Entry } from '../write-entry.ts'
import { holdStage, liveRuns, type StageAsked, stageAttempt } from './hold-stage.ts'
import { changeRun, runData, targetOf } from './write-run.ts'

/** What pausing or resuming a stage takes. */
export interface PauseStage extends StageAsked {
  readonly reason: string
}

/**
 * Pauses a stage: its soak clock stands still and nothing widens until it is resumed. Pausing one
 * that is paused changes nothing.
 *
 * @throws Refused `forbidden`, `not_found`, `invalid`, `stage_not_ready`.
 */
export function pauseStage(actor: Actor, input: PauseStage): Promise<Done<{ n: number }>> {
  return setPaused(actor, input, true)
}

/**
 * Resumes a paused stage; its soak clock goes on from where it stood. Resuming one that is not
 * paused changes nothing.
 *
 * @throws Refused `forbidden`, `not_found`, `invalid`, `stage_not_ready`.
 */
export function resumeStage(actor: Actor, input: PauseStage): Promise<Done<{ n: number }>> {
  return setPaused(actor, input, false)
}

async function setPaused(
  actor: Actor,
  input: PauseStage,
  pauses: boolean,
): Promise<Done<{ n: number }>> {
  const { reason } = input
  return change(actor, stageAttempt(pauses ? 'pause' : 'resume', input), async (tx) => {
    const held = await holdStage(tx, actor, 'stage.run', input)
    const runs = liveRuns(held).filter(({ state }) => (state === 'paused') !== pauses)
    const now = await databaseNow(tx)
    const entries: Entry[] = []
    for (const run of runs) {
      const columns = pauses
        ? { state: 'paused', pausedAt: now, pauseReason: reason }
        : { state: 'running', pausedAt: null, pausedMs: BigInt(pausedUntil(run, now)) }
      const changed = await changeRun(tx, run, columns)
      entries.push({
        type: pauses ? 'stage.paused' : 'stage.resumed',
        target: targetOf(held.plan.slug, held.environment.key, run.toggle),
        data: runData(run),
        texts: { reason },
        changed: [changed],
      })
    }
    const [first, ...others] = entries
    return { result: { n: input.n }, entries: first ? [first, ...others] : 'unchanged' }
  })
}
