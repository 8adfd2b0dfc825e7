import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'
import { ServerFailed } from './call-server.ts'
import { type FlipperServer, flipperServer } from './flipper-server.ts'
import { openToken } from './seal-token.ts'

/** A connection that stands, as commands and jobs need it. */
export interface ConnectionRow {
  readonly id: string
  readonly version: number
  readonly environmentId: string
  readonly address: string
  readonly auth: string
  readonly header: string | null
  readonly sealedToken: string | null
  readonly tokenGeneration: number
  readonly onDrift: string
}

/** The connection of an environment that stands; null where it has none. */
export async function findConnectionRow(
  tx: Db,
  environment: string,
): Promise<ConnectionRow | null> {
  return tx.flipperConnection.findFirst({
    where: { ended: false, environment: { key: environment } },
  })
}

/**
 * The same, held against others who would change or end it.
 *
 * @throws Refused `not_found`.
 */
export async function lockConnection(tx: Db, environment: string): Promise<ConnectionRow> {
  await tx.$executeRaw`SELECT c.id FROM flipper_connection c
    JOIN environment e ON e.id = c.environment_id
   WHERE e.key = ${environment} AND NOT c.ended FOR UPDATE OF c`
  const row = await findConnectionRow(tx, environment)
  if (row) return row
  throw new Refused({ code: 'not_found', what: 'connection of', key: environment })
}

/**
 * Opens the server of a connection with its token.
 *
 * @throws ServerFailed where the token does not open: the installation has another secret now.
 */
export function openConnection(row: ConnectionRow): FlipperServer {
  const { sealedToken } = row
  const token = sealedToken === null ? null : openToken(row, sealedToken)
  if (sealedToken !== null && token === null) {
    throw new ServerFailed('The kept token does not open with this NEXTAUTH_SECRET: give it again.')
  }
  return flipperServer({ ...row, token })
}
