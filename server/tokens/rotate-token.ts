import type { Actor } from '../../domain/actor.ts'
import { LIMITED } from '../../domain/permission-table.ts'
import { Refused } from '../../domain/refusal.ts'
import { judgeNewToken, SERVICE_SCOPES, TOKEN_KINDS } from '../../domain/tokens/new-token.ts'
import { makeToken } from '../access/token.ts'
import { change, type Done } from '../change.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { insertToken } from './insert-token.ts'
import type { MadeToken } from './make-new-token.ts'
import { ownOrManaged } from './own-or-managed.ts'
import { endToken } from './revoke-token.ts'

const HOUR_MS = 3_600_000

/**
 * Replaces a token by another of the same terms, good for as long as the first one was, and ends the
 * first at once. The rules of making one hold: a fresh sign-in, and the right to make it.
 *
 * @throws Refused `not_found`, `forbidden`, `not_permitted`, `fresh_sign_in_needed`, `archived`.
 */
export async function rotateToken(actor: Actor, id: string): Promise<Done<MadeToken>> {
  const { token, hash } = makeToken('rotated')
  const { result, seqs } = await change(
    actor,
    { tried: 'rotate a token', target: {} },
    async (tx) => {
      const row = await ownOrManaged(tx, actor, id)
      if (row.revoked) throw new Refused({ code: 'archived', what: 'token', key: row.name })
      const now = await databaseNow(tx)
      const isPersons = row.kind === 'person'
      if (isPersons && row.personId !== actor.id) {
        const detail = "Another person's token can be revoked, not made anew."
        throw new Refused({ code: 'not_permitted', detail })
      }
      const lasted = row.expiresAt.getTime() - row.createdAt.getTime()
      const kind = TOKEN_KINDS.find((one) => one === row.kind) ?? 'person'
      const judged = judgeNewToken(
        actor,
        {
          kind,
          name: row.name,
          environment: row.environment?.key ?? null,
          scopes: SERVICE_SCOPES.filter((scope) => !isPersons && row.scopes.includes(scope)),
          may_sign_and_widen: isPersons && !row.scopes.includes(LIMITED),
        },
        now,
      )
      if ('refusal' in judged) throw new Refused(judged.refusal)
      const longest = judged.terms.lastsHours * HOUR_MS
      const ended = await endToken(tx, row)
      const made = await insertToken(tx, hash, {
        ...judged.terms,
        personId: row.personId,
        environment: row.environment,
        expiresAt: new Date(now.getTime() + Math.min(lasted, longest)),
        createdBy: actor.id,
      })
      return { result: { id: made.id, hash }, entries: [ended, made.entry] }
    },
  )
  return { result: { id: result.id, token: result.hash === hash ? token : null }, seqs }
}
