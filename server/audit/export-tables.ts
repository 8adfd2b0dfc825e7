import { csvRecord } from '../../domain/audit/csv.ts'
import { ocsfEvent } from '../../domain/audit/ocsf.ts'
import { keptAtOnce, PART } from './at-once.ts'
import type { Exported } from './export-lines.ts'
import { findSeqs } from './find-seqs.ts'
import { type AuditEntry, readEntries } from './read-entries.ts'

const COLUMNS = [
  'seq',
  'sealed_at',
  'sentence',
  'type',
  'outcome',
  'actor',
  'actor_id',
  'toggle',
  'environment',
  'plan',
  'reason',
  'via',
  'request_id',
  'hash',
] as const

/** The entries that the filter lets through as CSV for people, oldest first. */
export async function* csvLines(exported: Exported): AsyncGenerator<string> {
  // Without the mark, spreadsheets read UTF-8 as something else.
  yield `\ufeff${csvRecord(COLUMNS)}`
  for await (const entries of parts(exported)) {
    yield entries
      .map(
        ({
          seq,
          sealed_at,
          sentence,
          type,
          outcome,
          actor,
          target,
          reason,
          via,
          request_id,
          hash,
        }) =>
          csvRecord([
            seq,
            sealed_at,
            sentence,
            type,
            outcome,
            actor.name,
            actor.id,
            target.toggle ?? null,
            target.environment ?? null,
            target.plan ?? null,
            reason,
            via,
            request_id,
            hash,
          ]),
      )
      .join('')
  }
}

/** The entries that the filter lets through as events of OCSF, one a line of JSON, oldest first. */
export async function* ocsfLines(exported: Exported): AsyncGenerator<string> {
  for await (const entries of parts(exported)) {
    yield entries.map((entry) => `${JSON.stringify(ocsfEvent(entry, exported.origin))}\n`).join('')
  }
}

/** Oldest first. What leaves the house names no actors. */
async function* parts({ filter, last }: Exported): AsyncGenerator<AuditEntry[]> {
  for (let after = 0; ; ) {
    const found = await findSeqs(filter, { after, before: last + 1, limit: PART })
    if (found.length === 0) return
    const seqs = await keptAtOnce(found)
    yield (await readEntries(seqs, null)).reverse()
    after = seqs.at(-1) ?? after
  }
}
