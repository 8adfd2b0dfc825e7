import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Db, db } from '../db.ts'
import { unhurried } from './unhurried.ts'
import { type Broken, brokenEntry } from './verify-part.ts'

/** The newest link of the chain. */
export interface Head {
  readonly seq: number
  /** In hex. */
  readonly hash: string
  /** ISO 8601, UTC, to the microsecond. */
  readonly sealed_at: string
}

/** What a verification of the whole log found. */
export interface Verification {
  readonly holds: boolean
  /** How many entries were looked at. */
  readonly entries: number
  /** Whether the texts, changes and filters beside the entries were looked at too. */
  readonly thorough: boolean
  readonly head: Head | null
  /** The first entry that does not hold; null when all do, or when what is wrong is no entry. */
  readonly first_broken_seq: number | null
  /** What is wrong, as a sentence. */
  readonly problem: string | null
  /** The number up to which signed heads outside the database cover the log; null: none do yet. */
  readonly covered_to: number | null
  /** When it ended: ISO 8601, UTC. */
  readonly verified_at: string
}

/** Entries looked at in one statement: bounds its time and what the database holds in memory. */
const PART = { quick: 10_000, thorough: 2_000 } as const

/**
 * Recomputes the whole log in SQL, apart from the code that wrote it: each leaf, link and time, and
 * that the tables stand as the log says; when thorough, also the texts, changes and filters kept
 * beside each entry, which takes about five times as long. Entries sealed meanwhile are left to the
 * next time.
 *
 * @throws Refused `forbidden`.
 */
export async function verify(
  actor: Actor,
  { thorough }: { readonly thorough: boolean },
): Promise<Verification> {
  if (!may(actor, 'audit.read')) throw new Refused({ code: 'forbidden', action: 'audit.read' })
  const head = await findHead()
  const last = head?.seq ?? 0
  const strange = await strangeHead()
  const broken = (await firstBroken(Math.min(last, strange?.seq ?? last), thorough)) ?? strange
  if (broken) {
    const entries = Math.min(broken.seq, last)
    const covered = await coveredTo()
    return {
      ...found(head, entries, broken.why, covered),
      thorough,
      first_broken_seq: broken.seq,
    }
  }
  return { ...found(head, last, await problemBeside(), await coveredTo()), thorough }
}

async function firstBroken(last: number, thorough: boolean): Promise<Broken | null> {
  const part = thorough ? PART.thorough : PART.quick
  for (let from = 1; from <= last; from += part) {
    const broken = await brokenEntry(from, Math.min(from + part - 1, last), { thorough })
    if (broken) return broken
  }
  return null
}

/** The first entry that a signed head tells otherwise, or that a head covers and that is gone. */
async function strangeHead(): Promise<Broken | null> {
  const [strange] = await db().$queryRaw<{ seq: bigint; why: string }[]>`
    SELECT CASE WHEN c.seq IS NULL THEN least(h.size, newest.seq + 1) ELSE h.size END AS seq,
           CASE WHEN c.seq IS NULL THEN 'It is missing: the signed head is at entry ' || h.size || '.'
                ELSE 'It is not the one that was signed as the head of the log.' END AS why
      FROM log_head h LEFT JOIN audit.chain c ON c.seq = h.size
     CROSS JOIN (SELECT coalesce(max(seq), 0) AS seq FROM audit.chain) newest
     WHERE h.hash IS DISTINCT FROM encode(c.hash, 'hex')
        OR (h.body::jsonb ->> 'hash', h.body::jsonb ->> 'size') IS DISTINCT FROM (h.hash, h.size::text)
     ORDER BY 1 LIMIT 1`
  return strange ? { seq: Number(strange.seq), why: strange.why } : null
}

function found(
  head: Head | null,
  entries: number,
  problem: string | null,
  coveredTo: number | null,
): Omit<Verification, 'thorough'> {
  return {
    holds: problem === null,
    entries,
    head,
    first_broken_seq: null,
    problem,
    covered_to: coveredTo,
    verified_at: new Date().toISOString(),
  }
}

/** The newest link of the chain; null while the log is empty. */
export async function findHead(): Promise<Head | null> {
  const rows = await db().$queryRaw<{ seq: bigint; hash: string; sealed_at: string }[]>`
    SELECT c.seq, encode(c.hash, 'hex') AS hash,
           to_char(c.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS sealed_at
      FROM audit.chain c ORDER BY c.seq DESC LIMIT 1`
  const [row] = rows
  return row ? { ...row, seq: Number(row.seq) } : null
}

/** The largest signed head that has left the database. */
async function coveredTo(): Promise<number | null> {
  const head = await db().logHead.findFirst({
    where: { headDeliveries: { some: { status: 'delivered' } } },
    orderBy: { number: 'desc' },
    select: { size: true },
  })
  return head ? Number(head.size) : null
}

function problemBeside(): Promise<string | null> {
  return unhurried(async (tx) => (await unsealed(tx)) ?? (await difference(tx)))
}

async function unsealed(tx: Db): Promise<string | null> {
  const [counted] = await tx.$queryRaw<{ unsealed: bigint }[]>`
    SELECT (SELECT count(*) FROM audit.event) - (SELECT count(*) FROM audit.chain) AS unsealed`
  return counted?.unsealed === 0n
    ? null
    : `There are ${counted?.unsealed} entries that the chain does not hold.`
}

async function difference(tx: Db): Promise<string | null> {
  const [other] = await tx.$queryRaw<{ entity: string; entity_id: string }[]>`
    SELECT entity, entity_id::text FROM audit.differences() LIMIT 1`
  return other ? `The ${other.entity} ${other.entity_id} stands otherwise than the log says.` : null
}
