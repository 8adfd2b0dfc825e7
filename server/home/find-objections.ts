import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { standingDecision } from '../roll-call/standing-decision.ts'
import { ownTeams } from './own-teams.ts'

/** A launch to which somebody objects since. */
export interface Objection {
  readonly plan: { readonly slug: string; readonly title: string }
  /** A sentence: who, what, when and why. */
  readonly detail: string
  readonly at: string | null
}

/**
 * The no-goes that were said, and the words that were taken back, after the launch of a plan of
 * one's teams: each holds what would widen further on it. Newest first, at most 20 plans.
 *
 * @throws Refused `forbidden`.
 */
export async function findObjections(actor: Actor): Promise<Objection[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const teams = ownTeams(actor)
  if (teams.length === 0) return []
  const plans = await db().$queryRaw<{ id: string; slug: string; title: string }[]>`
    SELECT p.id, p.slug, p.title FROM plan p
      JOIN LATERAL (SELECT r.number, r.decision FROM roll_call r
                     WHERE r.plan_id = p.id AND r.decision IS NOT NULL
                     ORDER BY r.number DESC LIMIT 1) decided ON decided.decision = 'launch'
     WHERE p.team_id = ANY (${teams}::uuid[])
       AND EXISTS (SELECT FROM sign_off s JOIN roll_call r ON r.id = s.roll_call_id
                    WHERE r.plan_id = p.id AND r.number >= decided.number
                      AND s.verdict IN ('no_go', 'withdrawn'))
     ORDER BY p.created_at DESC LIMIT 20`
  const objections: Objection[] = []
  for (const { id, slug, title } of plans) {
    const standing = await standingDecision(db(), id)
    for (const { because, detail, at } of standing?.lapsed ?? []) {
      if (because === 'objected') objections.push({ plan: { slug, title }, detail, at })
    }
  }
  return objections.sort((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))
}
