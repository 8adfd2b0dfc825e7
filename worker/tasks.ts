import type { TaskName } from '../server/jobs/task-payloads.ts'
import type { TaskWork } from './task-work.ts'
import { askForSignOffs } from './tasks/ask-for-sign-offs.ts'
import { deliverHead } from './tasks/deliver-head.ts'
import { fanOutWebhooks } from './tasks/fan-out-webhooks.ts'
import { lookAtServer } from './tasks/look-at-server.ts'
import { lookAtServers } from './tasks/look-at-servers.ts'
import { pushState } from './tasks/push-state.ts'
import { remindCheckIns } from './tasks/remind-check-ins.ts'
import { remindSignOffs } from './tasks/remind-sign-offs.ts'
import { runOverdue } from './tasks/run-overdue.ts'
import { runSchedule } from './tasks/run-schedule.ts'
import { sendMail } from './tasks/send-mail.ts'
import { sendWebhook } from './tasks/send-webhook.ts'
import { signHead } from './tasks/sign-head.ts'
import { tidyMail } from './tasks/tidy-mail.ts'

/** The work of every task there is. */
export const TASKS: { readonly [T in TaskName]: TaskWork<T> } = {
  run_overdue: runOverdue,
  run_schedule: runSchedule,
  send_mail: sendMail,
  ask_for_sign_offs: askForSignOffs,
  remind_check_ins: remindCheckIns,
  remind_sign_offs: remindSignOffs,
  tidy_mail: tidyMail,
  sign_head: signHead,
  deliver_head: deliverHead,
  fan_out_webhooks: fanOutWebhooks,
  send_webhook: sendWebhook,
  push_state: pushState,
  look_at_server: lookAtServer,
  look_at_servers: lookAtServers,
}
