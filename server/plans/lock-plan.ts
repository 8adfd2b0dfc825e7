import type { Actor } from '../../domain/actor.ts'
import { type Action, may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'

/** A plan as a command holds it. */
export interface PlanRow {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly kind: string
  readonly teamId: string
  readonly revision: number
  readonly version: number
}

/**
 * Takes hold of a plan until the transaction ends. Every command that edits a plan or speaks in its
 * roll call takes it first, so that an edit and a vote, or two decisions, happen one after the other.
 *
 * @throws Refused `forbidden` unless the actor may do `action` in the plan's team; `not_found`.
 */
export async function lockPlan(
  tx: Db,
  actor: Actor,
  action: Action,
  slug: string,
): Promise<PlanRow> {
  if (!may(actor, action)) throw new Refused({ code: 'forbidden', action })
  const [row] = await tx.$queryRaw<PlanRow[]>`
    SELECT id, slug, title, kind, team_id AS "teamId", revision, version
      FROM plan WHERE slug = ${slug} FOR UPDATE`
  if (!row) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  if (!may(actor, action, row.teamId)) throw new Refused({ code: 'forbidden', action })
  return row
}
