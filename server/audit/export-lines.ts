import { GENESIS } from '../../domain/audit/chain.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { db } from '../db.ts'
import { AT_ONCE, bytesBefore, PART } from './at-once.ts'
import { asCondition, type EntryFilter, filterSql } from './entry-filter.ts'
import { findSeqs } from './find-seqs.ts'

/** What an export holds. */
export interface Exported {
  /** The address of the installation whose log it is. */
  readonly origin: string
  readonly filter: EntryFilter
  /** No entry after this one. */
  readonly last: number
  /** ISO 8601, UTC. */
  readonly exportedAt: string
}

interface LineRow {
  readonly seq: bigint
  readonly sealed_at: string
  readonly leaf: string
  readonly prev: string
  readonly hash: string
  readonly payload: string | null
  readonly texts: Readonly<Record<string, unknown>> | null
}

/**
 * The log as JSON Lines that bin/verify-audit.mjs verifies: a header, an entry a line from the first
 * that the filter lets through to the last, a footer. What lies between them outside the filter is
 * there as its link only, so that the chain still verifies.
 */
export async function* jsonLines({
  origin,
  filter,
  last,
  exportedAt,
}: Exported): AsyncGenerator<string> {
  const { from, to, ...narrowing } = filter
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined)
  const isWhole = !isNarrowed && from === undefined && to === undefined
  // The whole log starts at 1 and goes to the end: were it to start where the first row is, a log
  // whose beginning was cut off would look like a range.
  const [first = 1] = isWhole ? [1] : await findSeqs(filter, { after: 0, limit: 1 })
  const [end = first - 1] = isWhole
    ? [last]
    : await findSeqs(filter, { before: last + 1, limit: 1 })
  yield line({
    format: 'rollcall-audit-v1',
    origin,
    from_seq: first,
    to_seq: end,
    exported_at: exportedAt,
    ...(isNarrowed ? { filter: narrowing } : {}),
  })
  const matches = asCondition(await filterSql(narrowing))
  let hash: string | null = first === 1 ? GENESIS : null
  for (let at = first; at <= end; ) {
    const rows = await lineRows(at, Math.min(at + PART - 1, end), matches)
    yield rows
      .map(({ seq, payload, texts, ...link }) => entryLine(Number(seq), link, payload, texts))
      .join('')
    const newest = rows.at(-1)
    hash = newest?.hash ?? hash
    at = newest ? Number(newest.seq) + 1 : at + PART
  }
  yield line({ count: end - first + 1, last_hash: hash })
}

const linked = Prisma.sql`
  c.seq, ((extract(epoch FROM c.sealed_at) * 1000000)::bigint)::text AS sealed_at,
  encode(c.leaf, 'hex') AS leaf, encode(c.prev, 'hex') AS prev, encode(c.hash, 'hex') AS hash`

const said = Prisma.sql`
  (SELECT jsonb_object_agg(t.field, jsonb_build_object('salt', t.salt, 'text', t.text))
     FROM audit.text t WHERE t.event_id = e.id) AS texts`

function entryLine(
  seq: number,
  link: Omit<LineRow, 'seq' | 'payload' | 'texts'>,
  payload: string | null,
  texts: LineRow['texts'],
): string {
  return line(payload === null ? { seq, ...link } : { seq, ...link, payload, texts: texts ?? {} })
}

function line(value: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(value)}\n`
}

function lineRows(from: number, to: number, matches: Prisma.Sql): Promise<LineRow[]> {
  return db().$queryRaw<LineRow[]>`
    SELECT seq, sealed_at, leaf, prev, hash, payload, texts FROM (
      SELECT ${linked}, CASE WHEN ${matches} THEN e.payload END AS payload, ${said},
             ${bytesBefore} AS before
        FROM audit.listing l
        JOIN audit.chain c ON c.seq = l.seq
        JOIN audit.event e ON e.id = c.event_id
       WHERE l.seq BETWEEN ${from}::bigint AND ${to}::bigint) measured
     WHERE before < ${AT_ONCE}
     ORDER BY seq`
}

/** One entry as an export's line has it. */
export interface ExportLine extends Omit<LineRow, 'seq' | 'payload' | 'texts'> {
  readonly seq: number
  readonly payload: string
  readonly texts: Readonly<Record<string, unknown>>
}

/** Entries by their numbers, oldest first, each as its line of an export. */
export async function entryLines(seqs: readonly number[]): Promise<ExportLine[]> {
  const rows = await db().$queryRaw<(LineRow & { readonly payload: string })[]>`
    SELECT ${linked}, e.payload, ${said}
      FROM audit.chain c JOIN audit.event e ON e.id = c.event_id
     WHERE c.seq = ANY (${seqs.map(String)}::bigint[])
     ORDER BY c.seq`
  return rows.map(({ seq, texts, ...row }) => ({ seq: Number(seq), ...row, texts: texts ?? {} }))
}
