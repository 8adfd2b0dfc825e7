import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { type ExportLine, entryLines } from '../audit/export-lines.ts'

/**
 * The entries that a record lists, refused attempts too, oldest first, each as its line of an
 * export: bin/verify-record.mjs checks them. Null where the record was made for who may not read
 * the log.
 */
export async function recordLines({ entries }: ReleaseRecord): Promise<ExportLine[] | null> {
  if (entries === null) return null
  const listed = [...entries.shown, ...entries.refused.shown]
  return entryLines(listed.map(({ seq }) => seq))
}
