import { randomUUID } from 'node:crypto'
import { change } from '../change.ts'
import { findSession } from './find-session.ts'
import { hashToken } from './token.ts'

/** Ends the session that a token opens; an unknown one is over already. */
export async function endSession(token: string, address: string | null): Promise<void> {
  const found = await findSession(token)
  if (!found) return
  const origin = { requestId: randomUUID(), via: 'page', address, idempotency: null } as const
  const actor = { ...found.actor, origin }
  await change(actor, { tried: 'sign out', target: {} }, async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { tokenHash: hashToken(token) } })
    const entry = { type: 'session.ended', target: {}, data: {}, changed: [] } as const
    return { result: null, entries: count === 0 ? 'unchanged' : [entry] }
  })
}
