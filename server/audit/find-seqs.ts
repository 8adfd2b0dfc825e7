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

/** Up to so many values each is a walk of its own, planned by how often just that value is there. */
const APART = 50

/** How many entries next to the place are looked at for words before their index is asked. */
const NEAR = 5000

/** The numbers of the entries that a filter lets through, newest first, those nearest to the place. */
export async function findSeqs(filter: EntryFilter, place: Place): Promise<number[]> {
  const found = await nearest(await filterSql(filter), place)
  return place.after === undefined ? found : found.reverse()
}

async function nearest(filter: FilterSql, place: Place): Promise<number[]> {
  if (filter.words === null || filter.walks.length > 0) return numbers(seqsSql(filter, place))
  // Nobody can tell beforehand how rare a word is. A frequent one fills the page from close by; only
  // for a rare one is it quick to find all entries that have it.
  const close = await numbers(seqsSql(filter, place, { near: NEAR }))
  return close.length === place.limit ? close : numbers(wordsSql(filter, place))
}

async function numbers(query: Prisma.Sql): Promise<number[]> {
  return (await db().$queryRaw<{ seq: bigint }[]>(query)).map(({ seq }) => Number(seq))
}

/** The page by walks: each goes along one index and ends after `limit` finds. */
function seqsSql(
  { walks, conditions, words }: FilterSql,
  place: Place,
  { near }: { readonly near?: number } = {},
): Prisma.Sql {
  const end = endOf(place)
  const all = [
    ...conditions,
    ...boundsOf(place),
    ...(words === null ? [] : [words]),
    ...(near === undefined ? [] : [nearTo(place, near)]),
  ]
  const along = (...matches: readonly Prisma.Sql[]) =>
    sql`(SELECT l.seq FROM audit.listing l
          WHERE ${Prisma.join([sql`true`, ...matches, ...all], ' AND ')} ${end})`
  const nothing = walks.length === 0 ? along() : along(sql`false`)
  const [only = nothing, ...others] = walks.flatMap(({ matches, values }: Walk) =>
    values.length <= APART
      ? values.map((value) => along(matches(sql`${value}`)))
      : sql`(SELECT f.seq FROM unnest(${values}::text[]) AS d(value)
              CROSS JOIN LATERAL ${along(matches(sql`d.value`))} f ${end})`,
  )
  if (others.length === 0) return only
  // No entry is on two walks, and each comes in the order of the log: they are merged, not sorted.
  return sql`SELECT seq FROM (${Prisma.join([only, ...others], ' UNION ALL ')}) f ${end}`
}

/** The page by the index of words: every entry that has them, then those of the page. */
function wordsSql({ conditions, words }: FilterSql, place: Place): Prisma.Sql {
  const all = [sql`true`, ...conditions, ...boundsOf(place)]
  return sql`
    WITH l AS MATERIALIZED (
      SELECT l.seq, l.environment, l.outcome FROM audit.listing l WHERE ${words ?? sql`true`})
    SELECT l.seq FROM l WHERE ${Prisma.join(all, ' AND ')} ${endOf(place)}`
}

function endOf({ after, limit }: Place): Prisma.Sql {
  return after === undefined
    ? sql`ORDER BY seq DESC LIMIT ${limit}`
    : sql`ORDER BY seq LIMIT ${limit}`
}

function boundsOf({ before, after }: Place): Prisma.Sql[] {
  return [
    ...(before === undefined ? [] : [sql`l.seq < ${before}`]),
    ...(after === undefined ? [] : [sql`l.seq > ${after}`]),
  ]
}

function nearTo({ before, after }: Place, near: number): Prisma.Sql {
  if (after !== undefined) return sql`l.seq <= ${after + near}`
  if (before !== undefined) return sql`l.seq >= ${before - near}`
  return sql`l.seq >= (SELECT max(c.seq) FROM audit.chain c) - ${near}::bigint`
}
