import { z } from 'zod'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { streamLog } from '../live/stream-log.ts'
import { operation } from './operation.ts'

export const liveEvents = operation({
  id: 'liveEvents',
  method: 'GET',
  path: '/live',
  summary: 'Server-sent events: the number of the newest entry of the log, now and when it moves',
  tag: 'Audit',
  resultType: 'text/event-stream',
  result: z.string(),
  run: async (actor) => {
    if (!may(actor, 'release.read'))
      throw new Refused({ code: 'forbidden', action: 'release.read' })
    return streamLog()
  },
})
