import type { Finding } from '../../domain/plan/reading.ts'
import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import type { Db } from '../db.ts'
import { firstStep, stepsOf } from './steps-of.ts'

const FINDINGS_SHOWN = 200

/** The findings of a text, each with its acknowledgement up to an entry of the log. */
export async function recordFindings(
  tx: Db,
  planId: string,
  { findings, upTo }: { readonly findings: readonly Finding[]; readonly upTo: number },
): Promise<ReleaseRecord['findings']> {
  const asked = findings.slice(0, FINDINGS_SHOWN)
  const rows = await tx.findingAcknowledgement.findMany({
    where: { planId, findingId: { in: asked.map(({ id }) => id) } },
    select: { id: true, findingId: true, note: true },
  })
  const steps = await stepsOf(
    tx,
    'finding_acknowledgement',
    rows.map(({ id }) => id),
    upTo,
  )
  const seen = new Map(rows.map((row) => [row.findingId, row]))
  const shown = asked.map(({ id, message, line }) => {
    const row = seen.get(id)
    const acknowledged = row ? firstStep(steps, row.id) : null
    return { id, message, line, acknowledged, note: acknowledged && (row?.note ?? null) }
  })
  return { total: findings.length, shown }
}
