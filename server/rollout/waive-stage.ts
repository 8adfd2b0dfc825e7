import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { criterionKey } from '../../domain/rollout/criterion.ts'
import { change, type Done } from '../change.ts'
import type { Entry } from '../write-entry.ts'
import { holdStage, invalid, liveRuns, type StageAsked, stageAttempt } from './hold-stage.ts'
import type { RunRow } from './stage-runs.ts'
import { runData, targetOf } from './write-run.ts'

/** What a waiver takes: the soak, or one criterion by its name, and why. */
export interface WaiveStage extends StageAsked {
  readonly criterion: string | null
  readonly reason: string
}

/**
 * Consciously passes over a stage's soak or one of its criteria, for the run that is on. Another
 * run of the stage starts without it. Waiving what is waived changes nothing.
 *
 * @throws Refused `forbidden`, `not_found`, `stage_not_ready`; `invalid` for a criterion that the
 * results do not name.
 */
export async function waiveStage(actor: Actor, input: WaiveStage): Promise<Done<{ n: number }>> {
  const { reason } = input
  const what = input.criterion === null ? 'soak' : 'criterion'
  const criterion = input.criterion === null ? '' : criterionKey(input.criterion)
  return change(actor, stageAttempt(`waive the ${what} of`, input), async (tx) => {
    const held = await holdStage(tx, actor, 'stage.waive', input)
    const open = liveRuns(held).filter((run) => !isWaived(run, what, criterion))
    if (input.criterion !== null && open.some((run) => !names(run, criterion))) {
      throw invalid('criterion', `The results name no criterion "${input.criterion}".`)
    }
    const entries: Entry[] = []
    for (const run of open) {
      const id = randomUUID()
      await tx.stageWaiver.create({
        data: { id, stageRunId: run.id, what, criterion, reason, waivedBy: actor.id },
      })
      entries.push({
        type: 'stage.waived',
        target: targetOf(held.plan.slug, held.environment.key, run.toggle),
        data: { ...runData(run), what, criterion },
        texts: { reason },
        changed: [{ entity: 'stage_waiver', id, before: null }],
      })
    }
    const [first, ...others] = entries
    return { result: { n: input.n }, entries: first ? [first, ...others] : 'unchanged' }
  })
}

function isWaived(run: RunRow, what: string, criterion: string): boolean {
  return run.waivers.some((waiver) => waiver.what === what && waiver.criterion === criterion)
}

function names({ results }: RunRow, criterion: string): boolean {
  return (results?.metrics ?? []).some(({ name }) => criterionKey(name) === criterion)
}
