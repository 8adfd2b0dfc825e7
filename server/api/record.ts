import { z } from 'zod'
import { releaseRecord } from '../../domain/record/release-record.ts'
import { findRecord } from '../record/find-record.ts'
import { recordLines } from '../record/record-lines.ts'
import { operation } from './operation.ts'

/** An entry as an export of the log has it, one a line. */
const line = z.object({
  seq: z.int(),
  /** Microseconds since 1970. */
  sealed_at: z.string(),
  leaf: z.hex(),
  prev: z.hex(),
  hash: z.hex(),
  /** The hashed text itself. */
  payload: z.string(),
  texts: z.record(z.string(), z.object({ salt: z.string(), text: z.string().nullable() })),
})

const roundNumber = z.coerce
  .number('is the number of a round.')
  .int('is the number of a round.')
  .min(1, 'is 1 or more.')
  .max(999_999_999, 'is no round of a plan.')

export const readRecord = operation({
  id: 'readRecord',
  method: 'GET',
  path: '/release-plans/{slug}/record',
  summary:
    'The record of a release: its text and hash, rounds, flips and all else, each with the entry of the log that tells it; `round` gives it as of that round’s decision. Long lists say how many there are and hold the newest; the export of the log has all',
  tag: 'Release plans',
  params: z.strictObject({ slug: z.string() }),
  query: z.strictObject({ round: roundNumber.optional() }),
  result: releaseRecord.extend({
    format: z.literal('rollcall-record-v1'),
    /** The entries that it rests on, as the export gives them; null for who may not read the log. */
    audit: z.array(line).nullable(),
  }),
  run: async (actor, { params, query }) => {
    const record = await findRecord(actor, { slug: params.slug, round: query.round })
    return { format: 'rollcall-record-v1', ...record, audit: await recordLines(record) }
  },
})
