import type { SystemActor } from '../../domain/actor.ts'
import { makeToken } from '../access/token.ts'
import { change } from '../change.ts'
import { insertToken, type TokenRow } from './insert-token.ts'

/** A token to make. */
export type NewToken = Omit<TokenRow, 'createdBy'>

/**
 * Makes a token of the demo installation. Only its hash is kept, so what is returned cannot be read
 * again.
 *
 * @returns the token itself.
 */
export async function issueToken(actor: SystemActor, wanted: NewToken): Promise<string> {
  const { token, hash } = makeToken(wanted.environment?.key ?? wanted.kind)
  await change(actor, { tried: 'make a token', target: {} }, async (tx) => {
    const { entry } = await insertToken(tx, hash, { ...wanted, createdBy: null })
    return { result: null, entries: [entry] }
  })
  return token
}
