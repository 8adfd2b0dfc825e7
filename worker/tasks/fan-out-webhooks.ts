import { fanOut } from '../../server/webhooks/fan-out.ts'
import type { TaskWork } from '../task-work.ts'

export const fanOutWebhooks: TaskWork<'fan_out_webhooks'> = async () =>
  `${await fanOut()} messages to be sent`
