import { lookWhereNobodyLooks } from '../../server/connected/look-at-server.ts'
import type { TaskWork } from '../task-work.ts'

export const lookAtServers: TaskWork<'look_at_servers'> = async () =>
  `began ${await lookWhereNobodyLooks()}`
