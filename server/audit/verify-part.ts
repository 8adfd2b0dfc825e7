import type { Db } from '../db.ts'
import { unhurried } from './unhurried.ts'

/** The first entry of a part that does not hold. */
export interface Broken {
  readonly seq: number
  /** A sentence. */
  readonly why: string
}

const MISSING = 'It is missing.'

/** The first entry from one number to another that does not hold, null when all of them do. */
export function brokenEntry(
  from: number,
  to: number,
  { thorough }: { readonly thorough: boolean },
): Promise<Broken | null> {
  return unhurried(async (tx) => {
    // A part is small beside the log: hashing would read the whole log again for every part.
    await tx.$executeRaw`SET LOCAL enable_hashjoin = off`
    await tx.$executeRaw`SET LOCAL enable_mergejoin = off`
    const broken = await brokenLink(tx, from, to)
    if (!thorough) return broken
    // What is beside an entry can be wrong before the first link that is.
    return (await brokenContent(tx, from, broken === null ? to : broken.seq - 1)) ?? broken
  })
}

/** Whose place, time, leaf or hash is not what it must be. */
async function brokenLink(tx: Db, from: number, to: number): Promise<Broken | null> {
  const rows = await tx.$queryRaw<{ seq: bigint; why: string | null; newest: bigint }[]>`
    WITH link AS (
      SELECT seq, event_id, sealed_at, leaf, prev, hash, lag(seq) OVER w AS seq_before,
             lag(hash) OVER w AS hash_before, lag(sealed_at) OVER w AS sealed_before
        FROM audit.chain WHERE seq BETWEEN ${from - 1}::bigint AND ${to}::bigint WINDOW w AS (ORDER BY seq)
    ), seen AS (
      SELECT k.seq, coalesce(k.seq_before, ${from - 1}::bigint) + 1 AS due, CASE
        WHEN k.prev <> coalesce(k.hash_before, sha256(convert_to('rollcall-audit-v1 genesis', 'UTF8')))
          THEN 'It does not follow the entry before it.'
        WHEN k.sealed_at < k.sealed_before THEN 'It was sealed before the entry before it.'
        WHEN e.id IS NULL THEN 'Its payload is gone.'
        WHEN k.leaf <> sha256(decode('00', 'hex') || convert_to(e.payload, 'UTF8'))
          THEN 'Its payload is not the one that was sealed.'
        WHEN k.hash <> sha256(decode('01', 'hex') || k.prev || int8send(k.seq)
               || int8send((extract(epoch FROM k.sealed_at) * 1000000)::bigint) || k.leaf)
          THEN 'Its hash is not that of what it seals.'
        END AS why
        FROM link k LEFT JOIN audit.event e ON e.id = k.event_id
       WHERE k.seq >= ${from}::bigint)
    SELECT due AS seq, CASE WHEN seq <> due THEN ${MISSING} ELSE why END AS why, max(seq) OVER () AS newest
      FROM seen ORDER BY (seq = due AND why IS NULL), seq LIMIT 1`
  const [row] = rows
  if (row?.why) return { seq: Number(row.seq), why: row.why }
  const newest = Number(row?.newest ?? from - 1)
  return newest < to ? { seq: newest + 1, why: MISSING } : null
}

/**
 * Beside which a text, a change or what it is filtered by is not what its payload says, or whose
 * change does not follow from the entries before it. All entries before `from` must hold: the row
 * that a change starts from is looked up beside them.
 */
async function brokenContent(tx: Db, from: number, to: number): Promise<Broken | null> {
  const rows = await tx.$queryRaw<{ seq: bigint; why: string }[]>`
    WITH part AS MATERIALIZED (
      SELECT c.seq, e.id, e.type, e.outcome, e.actor_id, e.toggle, e.environment, e.plan,
             CASE jsonb_typeof(j.payload -> 'changes') WHEN 'array' THEN j.payload -> 'changes' ELSE '[]' END AS changes,
             coalesce(jsonb_typeof(j.payload -> 'changes'), 'null') AS changes_are,
             j.payload -> 'texts' AS digests
        FROM audit.chain c JOIN audit.event e ON e.id = c.event_id
       CROSS JOIN LATERAL (SELECT e.payload::jsonb AS payload OFFSET 0) j
       WHERE c.seq BETWEEN ${from}::bigint AND ${to}::bigint
    ), told AS MATERIALIZED (
      SELECT p.seq, p.id AS event_id, one.change ->> 'entity' AS entity, one.id, one.version,
             nullif(one.change -> 'before', 'null') AS before, one.change -> 'after' AS after
        FROM part p CROSS JOIN LATERAL (
          SELECT change,
                 CASE WHEN pg_input_is_valid(change ->> 'id', 'uuid') THEN (change ->> 'id')::uuid END AS id,
                 CASE WHEN pg_input_is_valid(change ->> 'version', 'integer') THEN (change ->> 'version')::integer END AS version
            FROM jsonb_array_elements(p.changes) change) one)
    SELECT seq, why FROM (
      SELECT p.seq, CASE WHEN p.changes_are NOT IN ('array', 'null') THEN 'Its changes are no list.'
             ELSE 'It was denied, yet tells changes.' END AS why
        FROM part p
       WHERE p.changes_are NOT IN ('array', 'null')
          OR (p.outcome <> 'allowed' AND jsonb_array_length(p.changes) > 0)
      UNION ALL
      SELECT p.seq, 'What it is filtered by is not what it says.'
        FROM part p LEFT JOIN audit.listing l ON l.seq = p.seq
       WHERE (l.type, l.outcome, l.actor_id, l.toggle, l.environment, l.plan)
             IS DISTINCT FROM (p.type, p.outcome, p.actor_id, p.toggle, p.environment, p.plan)
      UNION ALL
      SELECT p.seq, 'Its text "' || t.field || '" is not the one that was sealed.'
        FROM part p JOIN audit.text t ON t.event_id = p.id
       WHERE t.text IS NOT NULL AND p.digests ->> t.field
             IS DISTINCT FROM encode(sha256(convert_to(t.salt || t.text, 'UTF8')), 'hex')
      UNION ALL
      SELECT t.seq, 'A change is not kept as it tells it.'
        FROM told t
        LEFT JOIN audit.change c ON c.entity = t.entity AND c.entity_id = t.id AND c.version = t.version
        LEFT JOIN audit.step s ON s.entity = c.entity AND s.entity_id = c.entity_id AND s.seq = t.seq
       WHERE c.event_id IS DISTINCT FROM t.event_id OR c.after IS DISTINCT FROM t.after
          OR c.before IS DISTINCT FROM t.before OR s.version IS DISTINCT FROM c.version
      UNION ALL
      SELECT t.seq, 'A change does not follow from the entries before it.'
        FROM told t
        LEFT JOIN LATERAL (
          SELECT s.version FROM audit.step s
           WHERE s.entity = t.entity AND s.entity_id = t.id AND s.seq < t.seq
           ORDER BY s.seq DESC LIMIT 1) was ON true
       WHERE t.version IS DISTINCT FROM coalesce(was.version, 0) + 1
          OR t.before IS DISTINCT FROM (
            SELECT c.after FROM audit.change c
             WHERE c.entity = t.entity AND c.entity_id = t.id AND c.version = was.version LIMIT 1)
      UNION ALL
      SELECT p.seq, 'A change is kept that it does not tell.'
        FROM part p JOIN audit.change c ON c.event_id = p.id
       GROUP BY p.seq, p.changes HAVING count(DISTINCT (c.entity, c.entity_id, c.version)) IS DISTINCT FROM jsonb_array_length(p.changes)) broken
    ORDER BY seq LIMIT 1`
  const [row] = rows
  return row ? { seq: Number(row.seq), why: row.why } : null
}
