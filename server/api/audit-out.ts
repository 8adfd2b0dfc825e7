import { z } from 'zod'
import { entryFilterShape } from '../../domain/audit/entry-query.ts'
import { EXPORT_FORMATS, exportLog } from '../audit/export-log.ts'
import { followLog } from '../audit/follow-log.ts'
import { entrySchema } from './audit.ts'
import { operation } from './operation.ts'

const tag = 'Audit'

const FILES = {
  jsonl: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ocsf: 'application/x-ndjson; charset=utf-8',
} as const

const ENDINGS = { jsonl: 'jsonl', csv: 'csv', ocsf: 'ocsf.jsonl' } as const

export const exportEntries = operation({
  id: 'exportAuditLog',
  method: 'GET',
  path: '/audit/export',
  summary:
    'The log as a file, streamed: JSON Lines, which verify-audit.mjs verifies, CSV for people, or events of OCSF 1.3, one a line',
  tag,
  query: z.strictObject({
    format: z.enum(EXPORT_FORMATS, 'is jsonl, csv or ocsf.'),
    ...entryFilterShape,
  }),
  resultType: 'application/x-ndjson',
  otherTypes: ['text/csv'],
  result: z.string(),
  run: async (actor, { query: { format, ...filter } }) => {
    const stream = await exportLog(actor, { format, filter })
    const day = new Date().toISOString().slice(0, 10)
    return new Response(stream, {
      headers: {
        'content-type': FILES[format],
        'content-disposition': `attachment; filename="rollcall-audit-${day}.${ENDINGS[format]}"`,
        'cache-control': 'no-store',
      },
    })
  },
})

const { last: _, ...feedFilter } = entryFilterShape

export const followEntries = operation({
  id: 'followAuditLog',
  method: 'GET',
  path: '/audit/feed',
  summary:
    'The log from a number on, oldest first, for a program that follows it: keep the entries, then ask after `next`; waits up to `wait` seconds for something new',
  tag,
  query: z.strictObject({
    after: z.coerce.number('is the number of an entry.').int().min(0).default(0),
    limit: z.coerce.number('is a number.').int().min(1).max(500, 'is 1 to 500.').default(200),
    wait: z.coerce.number('is seconds.').int().min(0).max(30, 'is 0 to 30.').default(0),
    ...feedFilter,
  }),
  result: z.object({ entries: z.array(entrySchema), next: z.int(), more: z.boolean() }),
  run: (actor, { query }) => followLog(actor, query),
})
