import { Prisma } from '../../generated/prisma/client.ts'
import { db } from '../db.ts'
import { type EntryFilter, type FilterSql, filterSql, type Walk } from './entry-filter.ts'

/** Where a page of entries lies: before one number, after another, or at the newest end. */
export interface Place {
  readonly before?: number | undefined
  readonly after?: number | undefined
  /** The most entries. */
  readonly limit: number
}

const { sql } = Prisma

/** The numbers of the entries that a filter lets through, newest first, those nearest to the place. */
export async function findSeqs(filter: EntryFilter, place: Place): Promise<number[]> {
  const rows = await db().$queryRaw<{ seq: bigint }[]>(seqsSql(await filterSql(filter), place))
  const seqs = rows.map(({ seq }) => Number(seq))
  return place.after === undefined ? seqs : seqs.reverse()
}

/** The query behind findSeqs: each walk goes along one index and ends after `limit` finds. */
export function seqsSql({ walks, conditions }: FilterSql, place: Place): Prisma.Sql {
  const { before, after, limit } = place
  const order = after === undefined ? sql`seq DESC` : sql`seq`
  const end = sql`ORDER BY ${order} LIMIT ${limit}`
  const all = [
    ...conditions,
    ...(before === undefined ? [] : [sql`l.seq < ${before}`]),
    ...(after === undefined ? [] : [sql`l.seq > ${after}`]),
  ]
  const along = (matches: readonly Prisma.Sql[]) => {
    const conditions = [sql`true`, ...matches, ...all]
    return sql`SELECT l.seq FROM audit.listing l WHERE ${Prisma.join(conditions, ' AND ')} ${end}`
  }
  const each = walks.map(({ matches, values: [value, ...more], values }: Walk) =>
    value !== undefined && more.length === 0
      ? sql`(${along([matches(sql`${value}`)])})`
      : sql`(SELECT f.seq FROM unnest(${values}::text[]) AS d(value)
              CROSS JOIN LATERAL (${along([matches(sql`d.value`)])}) f ${end})`,
  )
  const [only = along([]), ...others] = each
  return others.length === 0
    ? only
    : sql`SELECT seq FROM (${Prisma.join(each, ' UNION ')}) f ${end}`
}
