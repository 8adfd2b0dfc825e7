import { deliverHead as deliver } from '../../server/audit/heads/deliver-head.ts'
import { handOver } from '../heads/hand-over.ts'
import type { TaskWork } from '../task-work.ts'

export const deliverHead: TaskWork<'deliver_head'> = (payload, _job, { heads }) =>
  deliver(payload, heads.places, handOver)
