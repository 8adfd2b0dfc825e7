import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** A flip that went ahead although checks failed, and whose review is not over. */
export interface OpenOverride {
  readonly id: string
  readonly toggle: string
  readonly environment: string
  readonly made_by: string
  readonly at: string
  /** The checks that it passed over. */
  readonly checks: readonly string[]
  readonly reason: string
  readonly incident_link: string | null
  /** What a first review found has to follow before it can be closed; null when nobody reviewed it. */
  readonly follow_up: { readonly by: string; readonly note: string } | null
  /** Whether the asker is a second person who may review it. */
  readonly may_review: boolean
}

/**
 * The overrides that wait for a review, oldest first: of one toggle, of several, or of all. However
 * many there are, none is left out: what is loud is not cut off.
 *
 * @throws Refused `forbidden`.
 */
export async function findOpenOverrides(
  actor: Actor,
  {
    toggle,
    toggles = toggle === undefined ? undefined : [toggle],
  }: {
    readonly toggle?: string | undefined
    readonly toggles?: readonly string[] | undefined
  } = {},
): Promise<OpenOverride[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const rows = await db().override.findMany({
    where: {
      OR: [{ reviewedBy: null }, { verdict: 'needs_follow_up' }],
      ...(toggles === undefined ? {} : { toggleState: { toggle: { key: { in: [...toggles] } } } }),
    },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      checks: true,
      reason: true,
      incidentLink: true,
      reviewNote: true,
      reviewedByPerson: { select: { name: true } },
      createdAt: true,
      madeByPerson: { select: { id: true, name: true } },
      toggleState: {
        select: {
          toggle: { select: { key: true, teamId: true } },
          environment: { select: { key: true } },
        },
      },
    },
  })
  return rows.map(({ id, checks, reason, createdAt, madeByPerson, toggleState, ...row }) => ({
    id,
    toggle: toggleState.toggle.key,
    environment: toggleState.environment.key,
    made_by: madeByPerson.name,
    at: createdAt.toISOString(),
    checks,
    reason,
    incident_link: row.incidentLink,
    follow_up: row.reviewedByPerson && {
      by: row.reviewedByPerson.name,
      note: row.reviewNote ?? '',
    },
    may_review:
      madeByPerson.id !== actor.id && may(actor, 'override.review', toggleState.toggle.teamId),
  }))
}
