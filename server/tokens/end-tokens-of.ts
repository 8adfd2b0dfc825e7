import type { Db } from '../db.ts'
import type { Entry } from '../write-entry.ts'
import { endToken } from './revoke-token.ts'

/** Ends every token of somebody's own that stands, and gives an entry for each. */
export async function endTokensOf(tx: Db, personId: string): Promise<Entry[]> {
  await tx.$executeRaw`SELECT FROM api_token WHERE person_id = ${personId}::uuid
    AND NOT revoked ORDER BY id FOR UPDATE`
  const rows = await tx.apiToken.findMany({
    where: { personId, revoked: false },
    select: {
      id: true,
      name: true,
      kind: true,
      version: true,
      environment: { select: { id: true, key: true } },
    },
    orderBy: { id: 'asc' },
  })
  const entries: Entry[] = []
  for (const row of rows) entries.push(await endToken(tx, row))
  return entries
}
