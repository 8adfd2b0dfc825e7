import { randomUUID } from 'node:crypto'
import type { SystemActor } from '../../domain/actor.ts'
import { makeToken } from '../access/token.ts'
import { change } from '../change.ts'

/** A token to make. */
export interface NewToken {
  readonly name: string
  readonly kind: 'flags' | 'person' | 'service'
  /** For a person's own token. */
  readonly personId: string | null
  /** For a flags token: the one environment it reads. */
  readonly environment: { readonly id: string; readonly key: string } | null
  /** For a service account: what it may do (see PERMISSIONS). */
  readonly scopes: readonly string[]
  readonly expiresAt: Date
}

/**
 * Makes a token of the demo installation. Only its hash is kept, so what is returned cannot be read
 * again.
 *
 * @returns the token itself.
 */
export async function issueToken(actor: SystemActor, wanted: NewToken): Promise<string> {
  const { token, hash } = makeToken(wanted.environment?.key ?? wanted.kind)
  const { name, kind, personId, environment, scopes, expiresAt } = wanted
  await change(actor, { tried: 'make a token', target: {} }, async (tx) => {
    const id = randomUUID()
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
      },
    })
    const target = environment ? { environment: environment.key } : {}
    const changed = [{ entity: 'api_token', id, before: null }] as const
    return {
      result: null,
      entries: [{ type: 'token.made', target, data: { name, kind }, changed }],
    }
  })
  return token
}
