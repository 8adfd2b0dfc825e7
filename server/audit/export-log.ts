import type { Actor } from '../../domain/actor.ts'
import type { Target } from '../../domain/audit/entry.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { siteOrigin } from '../access/session-cookie.ts'
import { change } from '../change.ts'
import { type EntryFilter, sinceNow } from './entry-filter.ts'
import { type Exported, jsonLines } from './export-lines.ts'
import { csvLines, ocsfLines } from './export-tables.ts'

export const EXPORT_FORMATS = ['jsonl', 'csv', 'ocsf'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportLog {
  readonly format: ExportFormat
  readonly filter: EntryFilter
}

const FORMATS = { jsonl: 'JSON Lines', csv: 'CSV', ocsf: 'OCSF' } as const

const LINES = { jsonl: jsonLines, csv: csvLines, ocsf: ocsfLines } as const

/**
 * Gives the log out as a stream, read piece by piece as it is taken. That it was exported is an
 * entry, written before the first byte leaves; it is the last one that an export can hold.
 *
 * @throws Refused `forbidden`.
 */
export async function exportLog(
  actor: Actor,
  { format, filter: asked }: ExportLog,
): Promise<ReadableStream<Uint8Array>> {
  const filter = sinceNow(asked)
  const target = targetOf(filter)
  const tried = `export the audit log as ${FORMATS[format]}`
  const { result, seqs } = await change(actor, { tried, target }, async () => {
    if (!may(actor, 'audit.export'))
      throw new Refused({ code: 'forbidden', action: 'audit.export' })
    const texts = { detail: filterWords(filter) }
    return {
      result: new Date().toISOString(),
      entries: [{ type: 'log.exported', target, data: { format }, texts, changed: [] }],
    }
  })
  const exported: Exported = {
    origin: siteOrigin(),
    filter,
    last: seqs[0] ?? 0,
    exportedAt: result,
  }
  return streamOf(LINES[format](exported))
}

function targetOf({ toggle, environment, plan }: EntryFilter): Target {
  return {
    ...(toggle === undefined ? {} : { toggle }),
    ...(environment === undefined ? {} : { environment }),
    ...(plan === undefined ? {} : { plan }),
  }
}

/** What the filter was, for the entry: "from 2026-11-22T00:00:00.000Z, outcome denied"; empty for all. */
function filterWords(filter: EntryFilter): string {
  return Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value instanceof Date ? value.toISOString() : value}`)
    .join(', ')
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
