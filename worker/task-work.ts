import type { HeadSigner } from '../server/audit/heads/sign-head.ts'
import type { TaskName, TaskPayload } from '../server/jobs/task-payloads.ts'
import type { Post } from '../server/mail/deliver-mail.ts'
import type { PostWebhook } from '../server/webhooks/send-waiting.ts'

/** What of a job its work may want to know. */
export interface Job {
  readonly id: string
  /** 1 for the first try. */
  readonly attempt: number
  /** What fails now is not tried again. */
  readonly isLastTry: boolean
  /** Aborted when the process is to end and its patience is over. */
  readonly signal: AbortSignal
}

/** What the worker's tasks share. */
export interface Tools {
  /** Null while there is no mail server. */
  readonly post: () => Post | null
  /** Where people reach the web app. */
  readonly origin: string
  /** Who signs heads of the log. */
  readonly heads: HeadSigner
  /** Hands messages to the receivers of webhooks. */
  readonly postWebhook: PostWebhook
}

/**
 * The work of a task. It may be done again after it was done (a worker may die in between), so it
 * looks first whether there is something to do. What it throws is tried again later, each time a
 * little later; the words that it returns stand in the log.
 */
export type TaskWork<T extends TaskName> = (
  payload: TaskPayload<T>,
  job: Job,
  tools: Tools,
) => Promise<string>
