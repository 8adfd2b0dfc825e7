import type { TaskName } from '../server/jobs/task-payloads.ts'

/** Tasks that are done again and again: what, and when (crontab, UTC). One worker of all does it. */
export const TIMETABLE: readonly { readonly task: TaskName; readonly at: string }[] = [
  { task: 'sign_head', at: '* * * * *' },
  { task: 'run_overdue', at: '* * * * *' },
  { task: 'fan_out_webhooks', at: '* * * * *' },
  { task: 'look_at_servers', at: '* * * * *' },
  { task: 'remind_sign_offs', at: '*/5 * * * *' },
  { task: 'tidy_mail', at: '20 * * * *' },
  { task: 'remind_check_ins', at: '10 * * * *' },
  { task: 'tidy_mail', at: '20 4 * * *' },
]
