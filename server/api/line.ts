import { z } from 'zod'
import { findLineStop } from '../freezes/find-line-stop.ts'
import { releaseLine } from '../freezes/release-line.ts'
import { stopLine } from '../freezes/stop-line.ts'
import { reasonSchema } from './fields.ts'
import { operation } from './operation.ts'

const tag = 'Freezes'

const stopSchema = z.object({
  reason: z.string(),
  stopped_by: z.string(),
  since: z.iso.datetime(),
})

export const readLine = operation({
  id: 'readLine',
  method: 'GET',
  path: '/stop-the-line',
  summary: 'Whether the line is stopped, by whom and why',
  tag,
  result: z.object({ stopped: z.boolean(), stop: stopSchema.nullable() }),
  run: async (actor) => {
    const stop = await findLineStop(actor)
    return { stopped: stop !== null, stop }
  },
})

export const stopTheLine = operation({
  id: 'stopTheLine',
  method: 'POST',
  path: '/stop-the-line',
  summary:
    'Stops everything at once: nothing widens in a protected environment until it is released',
  tag,
  body: z.strictObject({ reason: reasonSchema }),
  status: 201,
  result: stopSchema.extend({ seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { result, seqs } = await stopLine(actor, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const releaseTheLine = operation({
  id: 'releaseTheLine',
  method: 'DELETE',
  path: '/stop-the-line',
  summary: 'Releases the line',
  tag,
  result: z.object({ released: z.literal(true), seq: z.int().nullable() }),
  run: async (actor) => {
    const { seqs } = await releaseLine(actor)
    return { released: true, seq: seqs[0] ?? null }
  },
})
