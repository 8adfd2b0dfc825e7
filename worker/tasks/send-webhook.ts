import { sendWaiting } from '../../server/webhooks/send-waiting.ts'
import type { TaskWork } from '../task-work.ts'

export const sendWebhook: TaskWork<'send_webhook'> = (
  { webhook },
  { signal },
  { postWebhook, origin },
) => sendWaiting(webhook, { post: postWebhook, origin, signal })
