import type pg from 'pg'

/** That somebody asked for a toggle, or for all of an environment at once. */
export interface Use {
  readonly environment: string
  /** Null: for all toggles at once. */
  readonly toggle: string | null
  /** The id of the token; null for nobody in particular. */
  readonly token: string | null
  /** When last, in milliseconds since 1970. */
  readonly at: number
  /** How often since it was written down before. */
  readonly asked: number
}

// In one order, so that processes that write at the same moment wait rather than block each other.
const WRITE = `
  WITH given AS (
    SELECT e.id AS environment_id, t.id AS toggle_id, k.id AS token_id,
           least(now(), to_timestamp(max(n.at) / 1000)) AS last_asked_at, sum(n.asked)::bigint AS asked
      FROM unnest($1::text[], $2::text[], $3::uuid[], $4::float8[], $5::bigint[])
             AS n (environment, toggle, token, at, asked)
      JOIN environment e ON e.key = n.environment
      LEFT JOIN toggle t ON t.key = n.toggle
      LEFT JOIN api_token k ON k.id = n.token
     WHERE n.toggle IS NULL OR t.id IS NOT NULL
     GROUP BY 1, 2, 3
     ORDER BY 1, 2, 3)
  INSERT INTO toggle_use AS u (environment_id, toggle_id, token_id, last_asked_at, asked)
  SELECT * FROM given
  ON CONFLICT (environment_id, toggle_id, token_id) DO UPDATE
     SET last_asked_at = greatest(u.last_asked_at, excluded.last_asked_at),
         asked = u.asked + excluded.asked`

const WRITE_TOKENS = `
  INSERT INTO token_use AS u (token_id, last_used_at)
  SELECT k.id, least(now(), to_timestamp(max(n.at) / 1000))
    FROM unnest($1::uuid[], $2::float8[]) AS n (token, at) JOIN api_token k ON k.id = n.token
   GROUP BY 1 ORDER BY 1
  ON CONFLICT (token_id) DO UPDATE SET last_used_at = greatest(u.last_used_at, excluded.last_used_at)`

/**
 * Adds to what is known of who asks for which toggle. What names an environment or a toggle that is
 * gone is left out. Throws what the database throws; then nothing was written.
 */
export async function writeUses(pool: pg.Pool, uses: readonly Use[]): Promise<void> {
  if (uses.length === 0) return
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(WRITE, [
      uses.map((use) => use.environment),
      uses.map((use) => use.toggle),
      uses.map((use) => use.token),
      uses.map((use) => use.at),
      uses.map((use) => use.asked),
    ])
    await client.query(WRITE_TOKENS, [uses.map((use) => use.token), uses.map((use) => use.at)])
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}
