import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { criterionKey } from '../../domain/rollout/criterion.ts'
import { verdictCounts } from '../../domain/rollout/results-standing.ts'
import { isLive, type StageResults } from '../../domain/rollout/stage-run.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { change, type Done } from '../change.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import type { Entry } from '../write-entry.ts'
import {
  type HeldStage,
  holdStage,
  invalid,
  liveRuns,
  type StageAsked,
  stageAttempt,
} from './hold-stage.ts'
import type { RunRow } from './stage-runs.ts'
import { changeRun, runData, targetOf } from './write-run.ts'

/** What a stage came to. */
export interface RecordResults extends StageAsked, StageResults {
  readonly errorsNote?: string | undefined
  readonly note?: string | undefined
  /** The run's version that the recorder saw; without it what stands there is replaced. */
  readonly expectedVersion?: number | undefined
}

/**
 * Records what a stage came to; recording again replaces it, and the log keeps what was said
 * before. A stage that was rolled back keeps its newest run's results, so that why it went wrong
 * can still be written. Nothing moves by itself, whatever the decision says.
 *
 * @throws Refused `forbidden`, `not_found`, `stage_not_ready`, `version_conflict`; `invalid` for
 * a metric that is named twice.
 */
export async function recordResults(
  actor: Actor,
  input: RecordResults,
): Promise<Done<{ n: number }>> {
  return change(actor, stageAttempt('record the results of', input), async (tx) => {
    const held = await holdStage(tx, actor, 'stage.results', input)
    requireOwnNames(input)
    const runs = runsToTell(held)
    const { users, metrics, errors, decision } = input
    const results = { users, metrics, errors, decision }
    const now = await databaseNow(tx)
    const entries: Entry[] = []
    for (const run of runs) {
      requireVersion(run, input.expectedVersion)
      const changed = await changeRun(tx, run, {
        results: results as unknown as Prisma.InputJsonValue,
        errorsNote: input.errorsNote ?? null,
        note: input.note ?? null,
        resultsBy: actor.kind === 'person' ? actor.id : null,
        resultsAt: now,
      })
      entries.push({
        type: 'stage.results_recorded',
        target: targetOf(held.plan.slug, held.environment.key, run.toggle),
        data: { ...runData(run), decision, verdicts: verdictCounts(results) },
        texts: {
          ...(input.errorsNote === undefined ? {} : { detail: input.errorsNote }),
          ...(input.note === undefined ? {} : { note: input.note }),
        },
        changed: [changed],
      })
    }
    const [first, ...others] = entries
    return { result: { n: input.n }, entries: first ? [first, ...others] : 'unchanged' }
  })
}

/** The live runs; where none is, the newest that was rolled back. */
function runsToTell(held: HeldStage): readonly RunRow[] {
  const newest = held.runs.at(-1)
  return held.runs.some(isLive) || !newest ? liveRuns(held) : [newest]
}

function requireOwnNames({ metrics }: StageResults): void {
  const names = metrics.map(({ name }) => criterionKey(name))
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index)
  if (twice >= 0) throw invalid(`metrics.${twice}.name`, 'is the name of another metric as well.')
}

function requireVersion(run: RunRow, expected: number | undefined): void {
  if (expected === undefined || expected === run.version) return
  const what = `The run of “${run.label}”`
  throw new Refused({ code: 'version_conflict', what, expected, actual: run.version })
}
