import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { judgeNewToken, type NewTokenInput } from '../../domain/tokens/new-token.ts'
import { makeToken } from '../access/token.ts'
import { change, type Done } from '../change.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { insertToken } from './insert-token.ts'

const HOUR_MS = 3_600_000

/** A token that was made. */
export interface MadeToken {
  readonly id: string
  /** The token itself, this once; null when the request was one repeated. */
  readonly token: string | null
}

/**
 * Makes a token. Only its hash is kept, so that it is shown once: an answer that was lost is mended
 * by making another.
 *
 * @throws Refused `forbidden`, `not_permitted`, `fresh_sign_in_needed`, `invalid`, `not_found`.
 */
export async function makeNewToken(actor: Actor, input: NewTokenInput): Promise<Done<MadeToken>> {
  const { token, hash } = makeToken(input.environment ?? input.kind)
  const attempt = { tried: 'make a token', target: {} }
  const { result, seqs } = await change(actor, attempt, async (tx) => {
    const now = await databaseNow(tx)
    const judged = judgeNewToken(actor, input, now)
    if ('refusal' in judged) throw new Refused(judged.refusal)
    const { kind, name, environment: key, scopes, lastsHours } = judged.terms
    const environment =
      key === null ? null : await tx.environment.findUnique({ where: { key }, select: ENVIRONMENT })
    if (key !== null && environment === null) {
      throw new Refused({ code: 'not_found', what: 'environment', key })
    }
    const { id, entry } = await insertToken(tx, hash, {
      name,
      kind,
      personId: kind === 'person' ? actor.id : null,
      environment,
      scopes,
      expiresAt: new Date(now.getTime() + lastsHours * HOUR_MS),
      createdBy: actor.id,
    })
    // The answer is kept for a repeated request: the token must not be in it.
    return { result: { id, hash }, entries: [entry] }
  })
  return { result: { id: result.id, token: result.hash === hash ? token : null }, seqs }
}

const ENVIRONMENT = { id: true, key: true } as const
