import pg from 'pg'

/** A database that does not answer within this is away. */
export const PATIENCE_MS = 5000

/**
 * A small pool for reading rules. Errors of its connections go to `failed`, also of one that breaks
 * while it is being closed, which would otherwise end the process.
 */
export function openPool(url: string, failed: (error: unknown) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
    application_name: 'rollcall flags',
  })
  pool.on('error', failed)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
