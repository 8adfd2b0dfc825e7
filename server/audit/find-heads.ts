import { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { siteOrigin } from '../access/session-cookie.ts'
import { db } from '../db.ts'
import { signedHead } from './heads/head-statement.ts'
import { findHead } from './verify.ts'

/** Where a head was handed over. */
export interface HeadDelivery {
  readonly place: string
  readonly status: 'pending' | 'delivered' | 'failed'
  readonly delivered_at: string | null
  readonly error: string | null
}

/** A head of the log: so many entries, ending in this hash. Whoever keeps it can tell a rewriting. */
export interface LogHead {
  /** The address of the installation whose log it is. */
  readonly origin: string
  /** How many entries; the number of the newest. */
  readonly size: number
  /** Of the newest entry, in hex. */
  readonly hash: string
  /** When that was so: ISO 8601, UTC. */
  readonly at: string
  /** Whether Rollcall's worker has put its key under it. */
  readonly signed: boolean
  /** The head as it was delivered, which verify-audit.mjs reads; null for the one of this moment. */
  readonly document: z.infer<typeof signedHead> | null
  readonly deliveries: readonly HeadDelivery[]
}

/** The public half of a key that signs heads, or that did. */
export interface HeadKeyRow {
  readonly key_id: string
  readonly alg: string
  /** In PEM. */
  readonly public_key: string
  readonly since: string
  readonly retired: boolean
}

/** The heads of the log with the keys that they verify with. */
export interface LogHeads {
  readonly heads: readonly LogHead[]
  /** The cursor of the page after; null on the last. */
  readonly next_cursor: string | null
  readonly keys: readonly HeadKeyRow[]
  /** How many heads were signed. */
  readonly signed: number
  /** When the oldest head was signed that has left: ISO 8601, UTC; null while none has. */
  readonly covered_since: string | null
  /** Where heads of the last day have arrived, by the kind and host of each place. */
  readonly places: readonly string[]
}

const statuses = z.enum(['pending', 'delivered', 'failed'])

/**
 * The heads that are known of the log, the newest first: the one that it has at this moment, which
 * nobody has signed, then those that the worker signed; at most `limit` of them, older than `before`.
 *
 * @throws Refused `forbidden`.
 */
export async function findHeads(
  actor: Actor,
  limit = 50,
  before: number | null = null,
): Promise<LogHeads> {
  if (!may(actor, 'audit.read')) throw new Refused({ code: 'forbidden', action: 'audit.read' })
  const [present, rows, keys, signed, first] = await Promise.all([
    before === null ? findHead() : null,
    db().logHead.findMany({
      where: before === null ? {} : { number: { lt: before } },
      orderBy: { number: 'desc' },
      take: limit + 1,
      include: { headDeliveries: { orderBy: { place: 'asc' } } },
    }),
    db().headKey.findMany({ orderBy: { addedAt: 'desc' } }),
    db().logHead.count(),
    db().logHead.findFirst({
      // One that never left the database covers nothing.
      where: { headDeliveries: { some: { status: 'delivered' } } },
      orderBy: { number: 'asc' },
      select: { signedAt: true },
    }),
  ])
  const shown = rows.slice(0, limit)
  const heads = shown.map((row): LogHead => {
    const document = signedHead.parse(JSON.parse(row.body))
    const { origin, size, hash, time: at } = document
    const deliveries = row.headDeliveries.map((one) => ({
      place: one.place,
      status: statuses.parse(one.status),
      delivered_at: one.deliveredAt?.toISOString() ?? null,
      error: one.lastError,
    }))
    return { origin, size, hash, at, signed: true, document, deliveries }
  })
  return {
    heads: [...presentHead(present), ...heads],
    next_cursor: rows.length > limit ? String(shown.at(-1)?.number ?? '') || null : null,
    keys: keys.map((key) => ({
      key_id: key.keyId,
      alg: key.alg,
      public_key: key.publicKey,
      since: key.addedAt.toISOString(),
      retired: key.retired,
    })),
    signed,
    covered_since: first?.signedAt.toISOString() ?? null,
    places: await findPlaces(rows[0]?.number ?? 0),
  }
}

/** A day of heads, one in five minutes, and some for bursts of entries. */
const HEADS_OF_A_DAY = 400

async function findPlaces(newest: number): Promise<string[]> {
  const rows = await db().headDelivery.findMany({
    where: { status: 'delivered', head: { number: { gt: newest - HEADS_OF_A_DAY } } },
    select: { place: true },
    distinct: ['place'],
    orderBy: { place: 'asc' },
  })
  return rows.map(({ place }) => place)
}

function presentHead(head: Awaited<ReturnType<typeof findHead>>): LogHead[] {
  if (!head) return []
  const { seq: size, hash, sealed_at: at } = head
  return [{ origin: siteOrigin(), size, hash, at, signed: false, document: null, deliveries: [] }]
}
