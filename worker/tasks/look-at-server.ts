import { lookAtServer as look, lookAgainLater } from '../../server/connected/look-at-server.ts'
import type { TaskWork } from '../task-work.ts'

export const lookAtServer: TaskWork<'look_at_server'> = async ({ connection }) => {
  const seen = await look(connection)
  if (seen === null) return 'not connected'
  await lookAgainLater(connection)
  return seen.failed ?? `adopted ${seen.adopted}, pending ${seen.pending}`
}
