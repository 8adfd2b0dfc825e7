import { randomUUID } from 'node:crypto'
import type { Db } from '../db.ts'
import type { Entry } from '../write-entry.ts'

/** A token to keep. */
export interface TokenRow {
  readonly name: string
  readonly kind: 'flags' | 'person' | 'service'
  /** For a person's own token. */
  readonly personId: string | null
  /** For a flags token: the one environment it reads. */
  readonly environment: { readonly id: string; readonly key: string } | null
  /** For a service account what it may do (see PERMISSIONS), for a person's whether it is limited. */
  readonly scopes: readonly string[]
  readonly expiresAt: Date
  /** Who made it; null for Rollcall itself. */
  readonly createdBy: string | null
}

/** Keeps a token by its hash, in the transaction of the change; gives its id and its entry. */
export async function insertToken(
  tx: Db,
  hash: string,
  row: TokenRow,
): Promise<{ id: string; entry: Entry }> {
  const id = randomUUID()
  const { name, kind, personId, environment, scopes, expiresAt, createdBy } = row
  await tx.apiToken.create({
    data: {
      id,
      tokenHash: hash,
      name,
      kind,
      personId,
      environmentId: environment?.id ?? null,
      scopes: [...scopes],
      expiresAt,
      createdBy,
    },
  })
  const target = environment ? { environment: environment.key } : {}
  const changed = [{ entity: 'api_token', id, before: null }] as const
  return { id, entry: { type: 'token.made', target, data: { name, kind }, changed } }
}
