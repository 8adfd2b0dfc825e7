import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { speaksFor } from '../../domain/roll-call/speaks-for.ts'
import { db } from '../db.ts'
import { missingNow } from '../roll-call/decide.ts'
import { newestRound, rosterOf } from '../roll-call/load-round.ts'
import { ownTeams } from './own-teams.ts'

/** An open roll call and what of it waits for one person. */
export interface WaitingRound {
  readonly plan: { readonly slug: string; readonly title: string }
  readonly number: number
  readonly opened_at: string
  /** By when its sign-offs are wanted: UTC, RFC 3339; null when it has no date. */
  readonly needed_by: string | null
  readonly is_overdue: boolean
  /** The person's own disciplines that have not spoken, or whose word went stale. */
  readonly to_sign: readonly { readonly discipline: string; readonly is_stale: boolean }[]
  /** Disciplines whose word a program manager may still record, for them only. */
  readonly to_record: readonly string[]
  /** What a launch still lacks, counted. */
  readonly missing: number
  /** Whether the person may decide it. */
  readonly may_decide: boolean
}

/**
 * The open roll calls of somebody's teams in which something waits for them: a sign-off asked of
 * them, words to record, or a decision that is ready to be taken. Oldest first.
 *
 * @throws Refused `forbidden`.
 */
export async function findWaitingRounds(actor: Actor): Promise<WaitingRound[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const open = await db().rollCall.findMany({
    where: { decision: null, plan: { teamId: { in: ownTeams(actor) } } },
    select: {
      openedAt: true,
      due: { select: { neededBy: true } },
      plan: { select: { id: true, slug: true, title: true, teamId: true } },
    },
    orderBy: { openedAt: 'asc' },
    take: 50,
  })
  const rounds: WaitingRound[] = []
  for (const { plan, openedAt, due } of open) {
    const round = await newestRound(db(), plan.id, { decision: null })
    if (!round) continue
    const roster = await rosterOf(db(), round)
    const isQuiet = ({ status }: (typeof roster)[number]) =>
      status === 'waiting' || status === 'stale' || status === 'withdrawn'
    const mine: readonly Discipline[] = may(actor, 'sign_off.sign', plan.teamId)
      ? speaksFor(actor, plan.teamId, round.policy)
      : []
    const quiet = roster.filter(isQuiet)
    const missing = await missingNow(db(), plan, round)
    const mayDecide = may(actor, 'decision.make', plan.teamId)
    const waiting = {
      plan: { slug: plan.slug, title: plan.title },
      number: round.number,
      opened_at: openedAt.toISOString(),
      needed_by: due?.neededBy ?? null,
      is_overdue: due?.neededBy != null && new Date(due.neededBy) <= new Date(),
      to_sign: quiet
        .filter(({ discipline }) => mine.includes(discipline))
        .map(({ discipline, status }) => ({
          discipline: disciplineName(discipline),
          is_stale: status === 'stale',
        })),
      to_record: may(actor, 'sign_off.record', plan.teamId)
        ? quiet
            .filter(
              ({ discipline }) =>
                !mine.includes(discipline) && !round.policy.rules[discipline].in_person,
            )
            .map(({ discipline }) => disciplineName(discipline))
        : [],
      missing: missing.length,
      may_decide: mayDecide,
    }
    const isReady = mayDecide && missing.length === 0
    if (waiting.to_sign.length > 0 || waiting.to_record.length > 0 || isReady) rounds.push(waiting)
  }
  return rounds
}
