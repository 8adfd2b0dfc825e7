import { systemActor } from '../../access/system-actor.ts'
import { change } from '../../change.ts'
import type { Db } from '../../db.ts'
import { enqueueMail } from '../../mail/enqueue-mail.ts'
import type { KeptHead } from './kept-head.ts'

const AUDITORS = ['auditor', 'government_lead', 'administrator']

/**
 * Puts on record that the log could not be signed and why, and writes to those who audit; once for
 * each signed head that it does not lead from. Answers the reason.
 */
export async function recordRefusal(last: KeptHead | null, why: string): Promise<string> {
  const size = last?.size ?? 0
  const attempt = { tried: 'sign the head of the log', target: {} }
  await change(systemActor(), attempt, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(727077)`
    if (await isKnown(tx, size)) return { result: null, entries: 'unchanged' }
    for (const person of await auditors(tx)) {
      await enqueueMail(tx, {
        to: { personId: person },
        subject: 'The audit log does not lead on from its last signed head',
        text: `${why}\n\nRollcall signs no further head until somebody has looked. An old backup that was restored does this, and so does a log that was rewritten. Compare the log with an export or with the heads that were kept elsewhere.`,
        link: { label: 'Look at the log', path: '/audit/heads' },
        once: `head-refused:${size}:${last?.hash ?? ''}:${person}`,
      })
    }
    const data = { last_size: size, last_hash: last?.hash ?? null }
    const texts = { detail: why }
    return {
      result: null,
      entries: [{ type: 'log_head.refused', target: {}, data, texts, changed: [] }],
    }
  })
  return `refused: ${why}`
}

async function isKnown(tx: Db, size: number): Promise<boolean> {
  const rows = await tx.$queryRaw<{ size: number | null }[]>`
    SELECT (e.payload::jsonb #>> '{data,last_size}')::int AS size FROM audit.listing l
      JOIN audit.chain c ON c.seq = l.seq JOIN audit.event e ON e.id = c.event_id
     WHERE l.type = 'log_head.refused' ORDER BY l.seq DESC LIMIT 1`
  return rows[0]?.size === size
}

async function auditors(tx: Db): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { role: { in: AUDITORS }, revoked: false },
    select: { personId: true },
    distinct: ['personId'],
  })
  return rows.map(({ personId }) => personId)
}
