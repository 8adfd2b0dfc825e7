import type { Actor } from '../../../domain/actor.ts'
import { may } from '../../../domain/permissions.ts'
import { Refused } from '../../../domain/refusal.ts'
import { db } from '../../db.ts'
import { findHead } from '../verify.ts'

/** One review of the log. */
export interface PastReview {
  readonly by: string
  readonly up_to: number
  readonly note: string | null
  readonly at: string
}

/** How many entries share a person, a toggle or a kind. */
export interface Counted {
  readonly name: string
  readonly count: number
  /** How many of them were refused. */
  readonly denied: number
}

/** What a review has before it. */
export interface LogReviewView {
  /** The newest entry. */
  readonly head: number
  /** The entry up to which the asker has reviewed; 0 when never. */
  readonly reviewed_to: number
  /** When that entry was sealed: ISO 8601, UTC; null when never. */
  readonly reviewed_to_at: string | null
  /** Entries since. */
  readonly new_entries: number
  readonly people: readonly Counted[]
  readonly toggles: readonly Counted[]
  readonly kinds: readonly Counted[]
  /** The newest reviews, whoever made them. */
  readonly reviews: readonly PastReview[]
  /** Whether the asker may review. */
  readonly may_review: boolean
}

const MOST = 12
const NEWEST = 20

/**
 * What is new in the log since the asker reviewed it, counted by person, toggle and kind, the most
 * first, at most twelve of each; with the newest reviews.
 *
 * @throws Refused `forbidden`.
 */
export async function findLogReview(actor: Actor): Promise<LogReviewView> {
  if (!may(actor, 'audit.read')) throw new Refused({ code: 'forbidden', action: 'audit.read' })
  const [head, own, reviews] = await Promise.all([
    findHead(),
    actor.kind === 'person'
      ? db().logReview.findFirst({ where: { personId: actor.id }, orderBy: { upTo: 'desc' } })
      : null,
    db().logReview.findMany({
      orderBy: { createdAt: 'desc' },
      take: NEWEST,
      include: { person: { select: { name: true } } },
    }),
  ])
  const since = own?.upTo ?? 0n
  const [sealed, people, toggles, kinds] = await Promise.all([
    db().$queryRaw<{ sealed_at: Date }[]>`
      SELECT sealed_at FROM audit.chain WHERE seq = ${since}`,
    byPerson(since),
    byToggle(since),
    byKind(since),
  ])
  return {
    head: head?.seq ?? 0,
    reviewed_to: Number(since),
    reviewed_to_at: sealed[0]?.sealed_at.toISOString() ?? null,
    new_entries: (head?.seq ?? 0) - Number(since),
    people,
    toggles,
    kinds,
    reviews: reviews.map(({ person, upTo, note, createdAt }) => ({
      by: person.name,
      up_to: Number(upTo),
      note,
      at: createdAt.toISOString(),
    })),
    may_review: may(actor, 'audit.review'),
  }
}

interface Row {
  readonly name: string
  readonly count: bigint
  readonly denied: bigint
}

const counted = (rows: readonly Row[]): Counted[] =>
  rows.map(({ name, count, denied }) => ({ name, count: Number(count), denied: Number(denied) }))

async function byPerson(since: bigint): Promise<Counted[]> {
  return counted(
    await db().$queryRaw<Row[]>`
      SELECT coalesce(nullif(p.name, ''), t.name, CASE l.actor_id WHEN 'system' THEN 'Rollcall' END, l.actor_id) AS name,
             l.count, l.denied
        FROM (SELECT actor_id, count(*) AS count, count(*) FILTER (WHERE outcome = 'denied') AS denied
                FROM audit.listing WHERE seq > ${since} GROUP BY actor_id
               ORDER BY 2 DESC, 1 LIMIT ${MOST}) l
        LEFT JOIN person p ON p.id::text = l.actor_id
        LEFT JOIN api_token t ON t.id::text = l.actor_id
       ORDER BY l.count DESC, 1`,
  )
}

async function byToggle(since: bigint): Promise<Counted[]> {
  return counted(
    await db().$queryRaw<Row[]>`
      SELECT toggle AS name, count(*) AS count, count(*) FILTER (WHERE outcome = 'denied') AS denied
        FROM audit.listing WHERE seq > ${since} AND toggle IS NOT NULL
       GROUP BY toggle ORDER BY 2 DESC, 1 LIMIT ${MOST}`,
  )
}

async function byKind(since: bigint): Promise<Counted[]> {
  return counted(
    await db().$queryRaw<Row[]>`
      SELECT type AS name, count(*) AS count, count(*) FILTER (WHERE outcome = 'denied') AS denied
        FROM audit.listing WHERE seq > ${since} GROUP BY type ORDER BY 2 DESC, 1 LIMIT ${MOST}`,
  )
}
