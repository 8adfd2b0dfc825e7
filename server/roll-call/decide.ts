import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { type DecisionInput, type Lack, launchLacks } from '../../domain/roll-call/decision.ts'
import type { LaunchScope } from '../../domain/roll-call/launch-scope.ts'
import { resolveScope } from '../../domain/roll-call/resolve-scope.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { lockPlan, type PlanRow } from '../plans/lock-plan.ts'
import { planText } from '../plans/plan-text.ts'
import { warmPlan } from '../plans/warm-plan.ts'
import { imageOf } from '../write-entry.ts'
import { databaseNow } from './database-now.ts'
import { type Round, rosterOf } from './load-round.ts'
import { openRound } from './open-round.ts'

/** The end of a round. */
export interface Decide extends DecisionInput {
  readonly slug: string
  readonly rollCall: string
}

/** A round that was decided. */
export interface Decided {
  readonly id: string
  readonly number: number
  readonly decision: DecisionInput['decision']
}

/**
 * Closes a round with its decision. A launch needs everything that `launchLacks` names, on the
 * plan's text of this moment, and may say how far it goes, where and until when; a pause or a pivot
 * is always open to whoever may decide.
 *
 * @throws Refused `invalid` for bounds that the plan does not have, `launch_not_ready`, `roll_call_closed`, `forbidden`, `not_found`.
 */
export async function decide(actor: Actor, input: Decide): Promise<Done<Decided>> {
  const { slug, decision } = input
  const attempt = { tried: `decide to ${decision}`, target: { plan: slug } }
  await warmPlan(slug)
  return change(actor, attempt, async (tx) => {
    const plan = await lockPlan(tx, actor, 'decision.make', slug)
    if (actor.kind !== 'person') throw new Refused({ code: 'forbidden', action: 'decision.make' })
    const round = await openRound(tx, plan, input.rollCall)
    if (decision === 'launch') {
      const missing = await missingNow(tx, plan, round)
      if (missing.length > 0) throw new Refused({ code: 'launch_not_ready', missing })
    }
    const { id, number, version } = round
    const before = await imageOf(tx, 'roll_call', id)
    const note = input.note ?? null
    const scope = await scopeFor(tx, plan, input)
    const decidedAt = await laterThanWords(tx, round)
    const written = await tx.rollCall.updateMany({
      where: { id, version, decision: null },
      data: { decision, decidedBy: actor.id, decidedAt, note, version: version + 1 },
    })
    if (written.count !== 1) throw new Refused({ code: 'roll_call_closed', number })
    const scopeId = scope && (await keepScope(tx, id, scope))
    return {
      result: { id, number, decision },
      entries: [
        {
          type: 'roll_call.decided',
          target: { plan: slug, roll_call: number },
          data: { decision, ...(scope ? { scope: told(scope) } : {}) },
          texts: note === null ? {} : { note },
          changed: [
            { entity: 'roll_call', id, before },
            ...(scopeId ? [{ entity: 'launch_scope' as const, id: scopeId, before: null }] : []),
          ],
        },
      ],
    }
  })
}

/** A decision is never earlier by the clock than the words that it rests on. */
async function laterThanWords(tx: Db, { signOffs }: Round): Promise<Date> {
  const now = await databaseNow(tx)
  const newest = Math.max(0, ...signOffs.map(({ at }) => Date.parse(at)))
  return new Date(Math.max(now.getTime(), newest))
}

async function scopeFor(tx: Db, plan: PlanRow, input: Decide): Promise<LaunchScope | null> {
  if (!input.scope) return null
  const { reading } = await planText(tx, plan.id)
  const environments = await tx.environment.findMany({ select: { key: true } })
  const resolved = resolveScope(input.scope, {
    decision: input.decision,
    stages: reading.stages,
    environments: environments.map(({ key }) => key),
    now: await databaseNow(tx),
  })
  if ('refusal' in resolved) throw new Refused(resolved.refusal)
  return resolved.scope
}

function told({ environment, up_to, until }: LaunchScope) {
  return { environment, percentage: up_to === 'full' ? null : up_to.percentage, until }
}

async function keepScope(tx: Db, rollCallId: string, scope: LaunchScope): Promise<string> {
  const id = randomUUID()
  await tx.launchScope.create({ data: { id, rollCallId, ...told(scope) } })
  return id
}

/** What a launch of this round lacks on the plan's present text, a sentence each. */
export async function missingNow(
  tx: Db,
  plan: Pick<PlanRow, 'id'>,
  round: Round,
): Promise<string[]> {
  return (await lacksNow(tx, plan, round)).map(({ sentence }) => sentence)
}

/** The same with where each thing is mended. */
export async function lacksNow(tx: Db, plan: Pick<PlanRow, 'id'>, round: Round): Promise<Lack[]> {
  const { reading } = await planText(tx, plan.id)
  const seen = await tx.findingAcknowledgement.findMany({
    where: { planId: plan.id },
    select: { findingId: true },
  })
  return launchLacks({
    roster: await rosterOf(tx, round),
    prompts: round.prompts,
    findings: reading.findings,
    acknowledged: new Set(seen.map(({ findingId }) => findingId)),
    policy: round.policy,
  })
}
