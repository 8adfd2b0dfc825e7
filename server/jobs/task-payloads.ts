import { z } from 'zod'

/**
 * Every task that the worker knows, with what it is told: the one list that enqueuing, the worker
 * and its timetable share. A payload names rows and holds no text of people: it is kept in clear.
 */
export const TASK_PAYLOADS = {
  /** Sends one mail. */
  send_mail: z.object({ mail: z.uuid() }),
  /** Makes the flips of a schedule whose moment has come. */
  run_schedule: z.object({ schedule: z.uuid() }),
  /** Makes what is overdue although its job is lost. */
  run_overdue: z.object({}),
  /** Asks those who have not spoken in an open round, and again those whose sign-off went stale. */
  ask_for_sign_offs: z.object({ roll_call: z.uuid() }),
  /** Reminds of the rounds whose date comes near. */
  remind_sign_offs: z.object({}),
  /** Reminds of check-ins that are due or overdue. */
  remind_check_ins: z.object({}),
  /** Brings a state to the Flipper server of its environment. */
  push_state: z.object({ state: z.uuid() }),
  /** Looks at a connected Flipper server for what others changed there. */
  look_at_server: z.object({ connection: z.uuid() }),
  /** Sees that every connected server is looked at. */
  look_at_servers: z.object({}),
  /** Removes mail whose time to be kept is over. */
  tidy_mail: z.object({}),
  /** Signs the head of the log when one is due. */
  sign_head: z.object({}),
  /** Hands one signed head to one place. */
  deliver_head: z.object({ head: z.uuid(), place: z.string() }),
  /** Notes which entries each webhook is to send. */
  fan_out_webhooks: z.object({}),
  /** Sends what waits for a webhook. */
  send_webhook: z.object({ webhook: z.uuid() }),
} as const satisfies Record<string, z.ZodType>

export type TaskName = keyof typeof TASK_PAYLOADS

export type TaskPayload<T extends TaskName> = z.infer<(typeof TASK_PAYLOADS)[T]>
