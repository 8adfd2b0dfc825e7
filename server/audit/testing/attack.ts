import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { canonical, type Json } from '../../../domain/audit/canonical.ts'

/** An entry as somebody with the application's password would write it by hand. */
export interface ForgedEntry {
  readonly id: string
  readonly requestId: string
  readonly payload: string
}

/** A payload that tells the truth except for what is given. */
export function forgedEntry(payload: Readonly<Record<string, Json>> = {}): ForgedEntry {
  const id = randomUUID()
  const requestId = randomUUID()
  const whole = {
    v: 1,
    id,
    request_id: requestId,
    via: 'api',
    outcome: 'allowed',
    actor: { kind: 'person', id: randomUUID(), roles: [], token: null, authenticated_at: null },
    type: 'toggle.widened',
    target: {},
    data: {},
    texts: {},
    changes: [],
    ...payload,
  }
  return { id, requestId, payload: canonical(whole) }
}

/** SQL that writes an entry into the log. */
export function insertEntry({ id, requestId, payload }: ForgedEntry): string {
  return `INSERT INTO audit.event (id, request_id, part, payload)
    VALUES ('${id}', '${requestId}', 0, ${pg.escapeLiteral(payload)})`
}

/** The digest of a text as a payload holds it. */
export function textDigest(salt: string, text: string): string {
  return createHash('sha256').update(`${salt}${text}`).digest('hex')
}

export interface AttackOutcome {
  /** PostgreSQL's code of what refused it; null when everything was committed. */
  readonly code: string | null
  readonly message: string
}

/** Runs statements in one transaction to its COMMIT, and says what came of it. */
export async function attack(
  connectionString: string,
  ...statements: readonly string[]
): Promise<AttackOutcome> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('BEGIN')
    for (const statement of statements) await client.query(statement)
    await client.query('COMMIT')
    return { code: null, message: 'committed' }
  } catch (error) {
    if (error instanceof pg.DatabaseError) return { code: error.code ?? '', message: error.message }
    throw error
  } finally {
    await client.end()
  }
}
