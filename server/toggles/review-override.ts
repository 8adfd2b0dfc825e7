import { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { imageOf } from '../write-entry.ts'

const OVERRIDE_VERDICTS = ['justified', 'not_justified', 'needs_follow_up'] as const

/** What a review brings: the second person's word on an override. */
export const overrideReviewInput = z
  .strictObject({
    verdict: z.enum(OVERRIDE_VERDICTS, `is ${OVERRIDE_VERDICTS.join(' or ')}.`),
    note: z.string().trim().min(1, 'must not be empty.').max(4000).nullish(),
  })
  .refine(({ verdict, note }) => verdict !== 'needs_follow_up' || typeof note === 'string', {
    path: ['note'],
    error: 'Say what has to follow.',
  })

type ReviewOverride = z.infer<typeof overrideReviewInput> & { readonly id: string }

/** An override that a second person has reviewed. */
export interface Reviewed {
  readonly id: string
  readonly toggle: string
  readonly environment: string
  readonly verdict: (typeof OVERRIDE_VERDICTS)[number]
}

/**
 * A second person's verdict on an override, which closes it (product.md, rule 6), never by who made
 * the override. One that needs a follow-up stays open until somebody, not its maker, finds it justified
 * or not; the others are given once.
 *
 * @throws Refused `not_found`, `forbidden`, `not_permitted` for one's own, `version_conflict` for
 * one that was reviewed already.
 */
export async function reviewOverride(
  actor: Actor,
  { id, verdict, note }: ReviewOverride,
): Promise<Done<Reviewed>> {
  const attempt = { tried: `review an override as ${verdict.replace('_', ' ')}`, target: {} }
  return change(actor, attempt, async (tx) => {
    const row = await lockOverride(tx, id)
    if (actor.kind !== 'person' || !may(actor, 'override.review', row.teamId)) {
      throw new Refused({ code: 'forbidden', action: 'override.review' })
    }
    if (row.madeBy === actor.id) {
      const detail = 'You made this override. Another person reviews it.'
      throw new Refused({ code: 'not_permitted', detail })
    }
    const { toggle, environment, version } = row
    const what = `The override of ${toggle} in ${environment}`
    if (row.verdict !== null && row.verdict !== 'needs_follow_up') {
      throw new Refused({ code: 'version_conflict', what, expected: version - 1, actual: version })
    }
    const before = await imageOf(tx, 'override', id)
    await tx.override.update({
      where: { id },
      data: {
        reviewedBy: actor.id,
        reviewedAt: await databaseNow(tx),
        verdict,
        reviewNote: note ?? null,
        version: version + 1,
      },
    })
    return {
      result: { id, toggle, environment, verdict },
      entries: [
        {
          type: 'override.reviewed',
          target: { toggle, environment },
          data: { verdict },
          texts: note ? { note } : {},
          changed: [{ entity: 'override', id, before }],
        },
      ],
    }
  })
}

interface OverrideRow {
  readonly version: number
  readonly madeBy: string
  readonly verdict: string | null
  readonly toggle: string
  readonly environment: string
  readonly teamId: string
}

async function lockOverride(tx: Db, id: string): Promise<OverrideRow> {
  const [row] = await tx.$queryRaw<OverrideRow[]>`
    SELECT o.version, o.made_by AS "madeBy", o.verdict,
           t.key AS toggle, e.key AS environment, t.team_id AS "teamId"
      FROM override o JOIN toggle_state s ON s.id = o.toggle_state_id
      JOIN toggle t ON t.id = s.toggle_id JOIN environment e ON e.id = s.environment_id
     WHERE o.id = ${id}::uuid FOR UPDATE OF o`
  if (!row) throw new Refused({ code: 'not_found', what: 'override', key: id })
  return row
}
