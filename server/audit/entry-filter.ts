import { Prisma } from '../../generated/prisma/client.ts'
import { db } from '../db.ts'

/** Which entries a reader wants; what is left out does not narrow. */
export interface EntryFilter {
  readonly toggle?: string | undefined
  readonly environment?: string | undefined
  /** A plan's slug: what is about the plan, and what is about the toggles that it names. */
  readonly plan?: string | undefined
  /** Who acted: an id, or a part of a name. */
  readonly actor?: string | undefined
  /** A type (`toggle.widened`), or what types begin with (`toggle.`, `toggle`). */
  readonly action?: string | undefined
  readonly outcome?: 'allowed' | 'denied' | undefined
  /** Sealed at this moment or later. */
  readonly from?: Date | undefined
  /** Sealed within this millisecond or before. */
  readonly to?: Date | undefined
  /** Counted back from now; with `from`, the later of the two counts. */
  readonly last?: 'hour' | 'day' | 'week' | undefined
  /** Words, or beginnings of words, of the entry's texts and of what it says; all must be there. */
  readonly q?: string | undefined
  /** The request that caused it. */
  readonly request?: string | undefined
}

/** One index to walk for each of some values: where there is one, PostgreSQL knows how rare it is. */
export interface Walk {
  readonly matches: (value: Prisma.Sql) => Prisma.Sql
  readonly values: readonly string[]
}

/** A filter as SQL over `audit.listing l`: every entry of the answer is on just one of the walks. */
export interface FilterSql {
  readonly walks: readonly Walk[]
  /** What must hold on every walk. */
  readonly conditions: readonly Prisma.Sql[]
  /** The words that every entry must have, null when none are asked for. */
  readonly words: Prisma.Sql | null
}

const { sql } = Prisma

/** Prepares a filter: names are looked up, moments become numbers of the log. */
export async function filterSql(filter: EntryFilter): Promise<FilterSql> {
  const { environment, outcome, q, request } = filter
  const conditions = await moments(filter)
  if (environment !== undefined) conditions.push(sql`l.environment = ${environment}`)
  if (outcome === 'denied') conditions.push(sql`l.outcome = 'denied'`)
  if (outcome === 'allowed') conditions.push(sql`l.outcome = 'allowed'`)
  if (request !== undefined) {
    conditions.push(sql`l.seq IN (SELECT c.seq FROM audit.event e JOIN audit.chain c ON c.event_id = e.id
      WHERE e.request_id = ${request}::uuid)`)
  }
  const [walks = [], ...others] = await walksOf(filter)
  const words = q === undefined ? null : sql`l.words @@ to_tsquery('simple', ${prefixQuery(q)})`
  return { walks, conditions: [...conditions, ...others.map(anyOf)], words }
}

/** A whole filter as one condition. */
export function asCondition({ walks, conditions, words }: FilterSql): Prisma.Sql {
  const all = [sql`true`, ...conditions]
  if (walks.length > 0) all.push(anyOf(walks))
  if (words !== null) all.push(words)
  return Prisma.join(all, ' AND ')
}

function anyOf(walks: readonly Walk[]): Prisma.Sql {
  const each = walks.map(({ matches, values }) => matches(sql`ANY (${values}::text[])`))
  return sql`(${Prisma.join(each, ' OR ')})`
}

/** A filter whose `last` has become the moment that it means now. */
export function sinceNow({ last, from, ...filter }: EntryFilter): EntryFilter {
  if (last === undefined) return { ...filter, from }
  const begin = new Date(Date.now() - SPANS[last])
  return { ...filter, from: from !== undefined && from > begin ? from : begin }
}

const HOUR_MS = 3_600_000
const SPANS = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS } as const

async function moments({ from, to }: EntryFilter): Promise<Prisma.Sql[]> {
  const conditions: Prisma.Sql[] = []
  // Time never runs back along the chain, so a moment is a place in it.
  if (from !== undefined) {
    conditions.push(sql`l.seq >= coalesce((SELECT c.seq FROM audit.chain c WHERE c.sealed_at >= ${from}
      ORDER BY c.sealed_at, c.seq LIMIT 1), 9223372036854775807)`)
  }
  if (to !== undefined) {
    const past = new Date(to.getTime() + 1)
    conditions.push(sql`l.seq <= coalesce((SELECT c.seq FROM audit.chain c WHERE c.sealed_at < ${past}
      ORDER BY c.sealed_at DESC, c.seq DESC LIMIT 1), 0)`)
  }
  return conditions
}

/** The walks of each filter that has an index of its own, the narrowest kind first. */
async function walksOf({ toggle, plan, actor, action }: EntryFilter): Promise<Walk[][]> {
  const walks: Walk[][] = []
  if (toggle !== undefined) walks.push([{ matches: byToggle, values: [toggle] }])
  if (plan !== undefined) {
    const rows = await db().planToggle.findMany({ where: { plan: { slug: plan } } })
    const values = rows.map(({ key }) => key)
    walks.push([
      { matches: byPlan, values: [plan] },
      { matches: (value) => sql`${byToggle(value)} AND l.plan IS DISTINCT FROM ${plan}`, values },
    ])
  }
  if (actor !== undefined) walks.push([{ matches: byActor, values: await actorIds(actor) }])
  if (action !== undefined) walks.push([{ matches: byType, values: await types(action) }])
  return walks
}

const byToggle = (value: Prisma.Sql) => sql`l.toggle = ${value}`
const byPlan = (value: Prisma.Sql) => sql`l.plan = ${value}`
const byActor = (value: Prisma.Sql) => sql`l.actor_id = ${value}`
const byType = (value: Prisma.Sql) => sql`l.type = ${value}`

async function actorIds(word: string): Promise<string[]> {
  if (word === 'system' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(word)) return [word]
  const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM person WHERE name ILIKE ${part}
    UNION ALL SELECT id::text FROM api_token WHERE kind = 'service' AND name ILIKE ${part}
    LIMIT 200`
  const isRollcall = 'rollcall'.includes(word.toLowerCase())
  return [...rows.map(({ id }) => id), ...(isRollcall ? ['system'] : [])]
}

async function types(action: string): Promise<string[]> {
  if (action.includes('.') && !action.endsWith('.')) return [action]
  const prefix = action.endsWith('.') ? action : `${action}.`
  const rows = await db().$queryRaw<{ type: string }[]>`
    WITH RECURSIVE known AS (
      (SELECT type FROM audit.listing ORDER BY type LIMIT 1)
      UNION ALL
      SELECT (SELECT l.type FROM audit.listing l WHERE l.type > k.type ORDER BY l.type LIMIT 1)
        FROM known k WHERE k.type IS NOT NULL)
    SELECT type FROM known WHERE starts_with(type, ${prefix})`
  return rows.map(({ type }) => type)
}

/** Words as a query that all of them, or what they begin, must meet; only letters and digits are left. */
function prefixQuery(q: string): string {
  const words = q.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return words.map((word) => `${word}:*`).join(' & ')
}
