import { randomUUID } from 'node:crypto'
import { systemActor } from '../../access/system-actor.ts'
import { change } from '../../change.ts'
import { db } from '../../db.ts'
import { type Changed, imageOf } from '../../write-entry.ts'
import type { HeadKey } from './head-statement.ts'

/**
 * Puts the key that signs heads on record, once: from then on its public half stands in the log, and
 * the one before it is retired. Heads signed with a retired key go on verifying with it.
 *
 * @throws Error when the key was retired before: a rotation goes forward only.
 */
export async function takeUpKey({ keyId, alg, publicKey }: HeadKey): Promise<void> {
  const known = await db().headKey.findUnique({ where: { keyId } })
  if (known?.retired === true) {
    throw new Error("The key of the log's heads was retired: let HEAD_KEY_FILE name a new one.")
  }
  if (known) return
  const attempt = { tried: 'take up a key for the heads of the log', target: {} }
  await change(systemActor(), attempt, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(727076)`
    const before = await tx.headKey.findFirst({ where: { retired: false } })
    if (before?.keyId === keyId) return { result: null, entries: 'unchanged' }
    const id = randomUUID()
    await tx.headKey.create({ data: { id, keyId, alg, publicKey } })
    const changed: Changed[] = [{ entity: 'head_key', id, before: null }]
    if (before) {
      const image = await imageOf(tx, 'head_key', before.id)
      await tx.headKey.update({
        where: { id: before.id },
        data: { retired: true, version: before.version + 1 },
      })
      changed.push({ entity: 'head_key', id: before.id, before: image })
    }
    const data = { key_id: keyId, alg, replaces: before?.keyId ?? null }
    return { result: null, entries: [{ type: 'head_key.taken_up', target: {}, data, changed }] }
  })
}
