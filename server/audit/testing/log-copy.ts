import pg from 'pg'
import { connectDatabase } from '../../db.ts'
import type { TestDatabase } from '../../testing/test-database.ts'
import { jsonLines } from '../export-lines.ts'
import { findHead } from '../verify.ts'
import { asSuperuser } from './tamper.ts'

/** One entry of a log that is held outside the database, free to be tampered with. */
export interface LogLine {
  seq: number
  /** Microseconds since 1970. */
  sealed_at: string
  leaf: string
  prev: string
  hash: string
  payload: string
  texts: Record<string, { salt: string; text: string | null }>
}

/** A whole log, with the head that was signed of it: so many entries, ending in that hash. */
export interface LogCopy {
  lines: LogLine[]
  head: { size: number; hash: string } | null
}

/** What the log of the connected database exports, line by line. */
export async function exportedText(): Promise<string> {
  const last = (await findHead())?.seq ?? 0
  const given = { origin: 'https://rollcall.example.gov', filter: {}, last }
  let text = ''
  for await (const piece of jsonLines({ ...given, exportedAt: '2026-11-23T09:00:00.000Z' })) {
    text += piece
  }
  return text
}

/** The log of the connected database as a copy; its head is of all that is there. */
export async function copyLog(): Promise<LogCopy> {
  const [, ...rest] = (await exportedText()).trimEnd().split('\n')
  const lines: LogLine[] = rest.slice(0, -1).map((line) => JSON.parse(line))
  return { lines, head: null }
}

/** Writes copies over the log of a test's own database. */
export interface LogHolder {
  /** Makes the log say exactly this, as somebody could to whom the server belongs. */
  hold: (copy: LogCopy, ...statements: readonly string[]) => Promise<void>
  end: () => Promise<void>
}

/** Constraints that keep a log from holding an entry twice; who owns the server takes them away. */
const IN_THE_WAY = [
  'ALTER TABLE audit.step DROP CONSTRAINT step_pkey',
  'ALTER TABLE audit.listing DROP CONSTRAINT listing_pkey',
  'ALTER TABLE audit.change DROP CONSTRAINT change_pkey',
  'ALTER TABLE audit.chain DROP CONSTRAINT chain_pkey',
  'ALTER TABLE audit.chain DROP CONSTRAINT chain_event_id_key',
  'ALTER TABLE audit.event DROP CONSTRAINT event_request_id_part_key',
  'CREATE INDEX ON audit.change (entity, entity_id, version)',
  'CREATE INDEX ON audit.step (entity, entity_id, seq)',
  'CREATE INDEX ON audit.chain (seq)',
]

const HOLD = `
  DELETE FROM audit.step; DELETE FROM audit.listing; DELETE FROM audit.text; DELETE FROM audit.change;
  DELETE FROM audit.chain; DELETE FROM audit.event; DELETE FROM public.log_head;
  INSERT INTO audit.event (id, request_id, part, payload)
    SELECT DISTINCT ON (id) id, request_id, 0, payload FROM held ORDER BY id, seq;
  INSERT INTO audit.chain (seq, event_id, sealed_at, leaf, prev, hash)
    SELECT seq, id, timestamptz 'epoch' + sealed_at * interval '1 microsecond',
           decode(leaf, 'hex'), decode(prev, 'hex'), decode(hash, 'hex') FROM held;
  INSERT INTO audit.change (entity, entity_id, version, event_id, before, after)
    SELECT c ->> 'entity', (c ->> 'id')::uuid, (c ->> 'version')::integer, e.id,
           nullif(c -> 'before', 'null'), c -> 'after'
      FROM audit.event e, jsonb_array_elements((e.payload::jsonb) -> 'changes') c;
  INSERT INTO audit.listing (seq, type, outcome, actor_id, toggle, environment, plan, words)
    SELECT c.seq, e.type, e.outcome, e.actor_id, e.toggle, e.environment, e.plan, ''
      FROM audit.chain c JOIN audit.event e ON e.id = c.event_id;
  INSERT INTO audit.step (entity, entity_id, seq, version)
    SELECT c.entity, c.entity_id, h.seq, c.version
      FROM audit.change c JOIN audit.chain h ON h.event_id = c.event_id;
  INSERT INTO audit.text (event_id, field, salt, text)
    SELECT DISTINCT ON (id, t.key) id, t.key, t.value ->> 'salt', t.value ->> 'text'
      FROM held, jsonb_each(texts) t ORDER BY id, t.key, seq;`

/** Turns a test's own database into one that holds any log. */
export async function logHolder(database: TestDatabase): Promise<LogHolder> {
  const client = new pg.Client({ connectionString: asSuperuser(database) })
  await client.connect()
  await client.query(`SET session_replication_role = replica; ${IN_THE_WAY.join(';')}`)
  await client.query(
    `CREATE TEMP TABLE held (seq bigint, id uuid, request_id uuid, payload text, sealed_at bigint,
       leaf text, prev text, hash text, texts jsonb)`,
  )
  await connectDatabase(database.appUrl)
  let held = 0
  return {
    hold: async ({ lines, head }, ...statements) => {
      const rows = lines.map((line) => ({ ...line, ...idsOf(line.payload) }))
      await client.query('BEGIN')
      await client.query('DELETE FROM held')
      await client.query(
        `INSERT INTO held SELECT seq, id, request_id, payload, sealed_at, leaf, prev, hash, texts
           FROM jsonb_to_recordset($1) AS r (seq bigint, id uuid, request_id uuid, payload text,
             sealed_at bigint, leaf text, prev text, hash text, texts jsonb)`,
        [JSON.stringify(rows)],
      )
      await client.query([HOLD, ...(head ? [headRow(head)] : []), ...statements].join(';'))
      await client.query('COMMIT')
      held += 1
      if (held % 25 === 0) await client.query('VACUUM')
    },
    end: () => client.end(),
  }
}

function headRow({ size, hash }: { readonly size: number; readonly hash: string }): string {
  const body = JSON.stringify({ size, hash })
  return `INSERT INTO public.log_head (number, size, hash, signed_at, key_id, body)
    VALUES (1, ${size}, '${hash}', now(), repeat('0', 64), '${body}')`
}

function idsOf(payload: string): { id: string; request_id: string } {
  const { id, request_id } = JSON.parse(payload)
  return { id, request_id }
}
