import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { bucketOf } from '../../domain/toggle/bucket.ts'
import { evaluate } from '../../domain/toggle/evaluate.ts'
import { evaluationContext, type Gate } from '../../domain/toggle/evaluation-context.ts'
import { type EvaluationAnswer, explainEvaluation } from '../../domain/toggle/explain-evaluation.ts'
import { expressionReads } from '../../domain/toggle/expression-reads.ts'
import { compileRuleset } from '../../domain/toggle/ruleset.ts'
import { type Db, db } from '../db.ts'
import { findStateRow, GATE_COLUMNS, type StateRow, stateOfColumns } from './state-row.ts'

/** Whether one actor is let in now, and why. */
export interface AskedEvaluation extends EvaluationAnswer {
  readonly actor: string
  /** The gate that opened, null when none did. */
  readonly gate: Gate | null
  /** 0 to 99,999; Flipper's. */
  readonly bucket: number
  /** The version of the state that answered. */
  readonly version: number
}

/**
 * Asks a toggle in an environment for one actor, as the evaluation server would for an application
 * that tells nothing but the actor's id. Dice count as lost, so that the answer is the same twice.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function askEvaluation(
  actor: Actor,
  asked: { readonly toggle: string; readonly environment: string; readonly actorId: string },
): Promise<AskedEvaluation> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const { toggle: key, environment, actorId } = asked
  const row = await findStateRow(db(), key, environment, { lock: false })
  const { state, version } = row
  const context = evaluationContext({
    actorIds: [actorId],
    now: Date.now(),
    random: () => 1 - Number.EPSILON,
  })
  const others = await togglesAskedFor(db(), row)
  const { gate } = evaluate({ key, state }, context, (other, inner, trail) => {
    return (others.toggles.get(other)?.ask(inner, trail) ?? null) !== null
  })
  const { archived } = row.toggle
  const bucket = bucketOf(key, [actorId])
  const open = archived ? null : gate
  const answer = explainEvaluation({ actor: actorId, state, archived, gate: open, bucket })
  return { actor: actorId, gate: open, bucket, version, ...answer }
}

/** The environment's other toggles, when the expression asks for any. */
async function togglesAskedFor(tx: Db, { state, environment }: StateRow) {
  const { features } = expressionReads(state.expression)
  const rows =
    features.size === 0
      ? []
      : await tx.toggleState.findMany({
          where: { environmentId: environment.id },
          select: { ...GATE_COLUMNS, toggle: { select: { key: true, archived: true } } },
        })
  return compileRuleset({
    environment: environment.key,
    version: 0,
    toggles: rows.map((row) => ({
      key: row.toggle.key,
      archived: row.toggle.archived,
      actorType: 'user',
      state: stateOfColumns(row),
    })),
  })
}
