import { z } from 'zod'
import { newTokenInput } from '../../domain/tokens/new-token.ts'
import { findTokens } from '../tokens/find-tokens.ts'
import { makeNewToken } from '../tokens/make-new-token.ts'
import { revokeToken } from '../tokens/revoke-token.ts'
import { rotateToken } from '../tokens/rotate-token.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'

const tag = 'Tokens'
const params = z.strictObject({ id: z.uuid('is the id of a token.') })

const made = z.object({
  id: z.uuid(),
  /** Shown this once; null for a repeated request. */
  token: z.string().nullable(),
  seq: z.int().nullable(),
})

export const listTokens = operation({
  id: 'listTokens',
  method: 'GET',
  path: '/tokens',
  summary: 'The tokens that stand: the caller’s own, and all for whoever manages tokens',
  tag,
  query: shortListQuery,
  result: z.object({
    tokens: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['person', 'service', 'flags']),
        name: z.string(),
        person: z.string().nullable(),
        environment: z.string().nullable(),
        scopes: z.array(z.string()),
        may_sign_and_widen: z.boolean(),
        created_at: z.iso.datetime(),
        created_by: z.string(),
        expires_at: z.iso.datetime(),
        last_used_at: z.iso.datetime().nullable(),
        is_own: z.boolean(),
      }),
    ),
    next_cursor: z.string().nullable(),
    may_manage: z.boolean(),
  }),
  run: async (actor, { query }) => {
    const { tokens, may_manage } = await findTokens(actor)
    const { shown, next_cursor } = pageOf(tokens, query)
    return { tokens: shown, next_cursor, may_manage }
  },
})

export const makeAToken = operation({
  id: 'makeToken',
  method: 'POST',
  path: '/tokens',
  summary:
    'Makes a token and shows it this once. One’s own is made under a fresh sign-in; one that may sign or widen what is protected ends within a day',
  tag,
  body: newTokenInput,
  status: 201,
  result: made,
  run: async (actor, { body }) => {
    const { result, seqs } = await makeNewToken(actor, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const revokeAToken = operation({
  id: 'revokeToken',
  method: 'DELETE',
  path: '/tokens/{id}',
  summary: 'Ends a token',
  tag,
  params,
  result: z.object({ id: z.uuid(), seq: z.int().nullable() }),
  run: async (actor, { params: { id } }) => {
    const { result, seqs } = await revokeToken(actor, id)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const rotateAToken = operation({
  id: 'rotateToken',
  method: 'POST',
  path: '/tokens/{id}/rotation',
  summary: 'Ends a token and makes another of the same terms, shown this once',
  tag,
  params,
  status: 201,
  result: made,
  run: async (actor, { params: { id } }) => {
    const { result, seqs } = await rotateToken(actor, id)
    return { ...result, seq: seqs.at(-1) ?? null }
  },
})
