import type { EnvironmentFlips, RecordedToggle } from '../../domain/record/recorded-rollout.ts'
import { readEntries } from '../audit/read-entries.ts'
import type { Db } from '../db.ts'

/** The most flips of one environment that a record tells; the log's export has all of them. */
const FLIPS_SHOWN = 200

/** The toggles that some texts name, as the registry knows them today. */
export async function recordToggles(
  tx: Db,
  named: readonly string[],
  namedBefore: readonly string[],
): Promise<(RecordedToggle & { readonly id: string | null })[]> {
  const keys = [...new Set([...named, ...namedBefore])]
  const rows = await tx.toggle.findMany({
    where: { key: { in: keys } },
    select: { id: true, key: true, archived: true },
  })
  const known = new Map(rows.map((row) => [row.key, row]))
  const now = new Set(named)
  return keys.map((key) => {
    const row = known.get(key)
    const status = row ? (row.archived ? 'archived' : 'registered') : 'unknown'
    return { id: row?.id ?? null, key, status, in_text: now.has(key) }
  })
}

interface Row {
  readonly environment: string
  readonly protected: boolean
  readonly total: bigint
  readonly seqs: readonly bigint[]
}

/**
 * Every environment with the flips of some toggles in it, protected ones first: how many, and the
 * newest of them as sentences. Registering a toggle is no flip.
 *
 * @param upTo the newest entry that counts.
 */
export async function recordFlips(
  tx: Db,
  toggleIds: readonly string[],
  upTo: number,
): Promise<EnvironmentFlips[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT v.key AS environment, v.protected, count(k.seq) AS total,
           coalesce((array_agg(k.seq ORDER BY k.seq DESC) FILTER (WHERE k.seq IS NOT NULL))[1:${FLIPS_SHOWN}], '{}') AS seqs
      FROM environment v
      LEFT JOIN toggle_state s ON s.environment_id = v.id AND s.toggle_id = ANY (${toggleIds}::uuid[])
      LEFT JOIN audit.step k ON k.entity = 'toggle_state' AND k.entity_id = s.id
                            AND k.version > 1 AND k.seq <= ${upTo}::bigint
     GROUP BY v.id ORDER BY v.protected DESC, v.position, v.key`
  const entries = await readEntries(
    rows.flatMap(({ seqs }) => seqs.map(Number)),
    null,
  )
  const flips = new Map(
    entries.map(({ seq, sealed_at, type, target, sentence, reason }) => [
      seq,
      { seq, at: sealed_at, toggle: target.toggle ?? '', type, sentence, reason },
    ]),
  )
  return rows.map(({ environment, protected: isProtected, total, seqs }) => ({
    environment,
    protected: isProtected,
    total: Number(total),
    shown: seqs.toReversed().flatMap((seq) => flips.get(Number(seq)) ?? []),
  }))
}
