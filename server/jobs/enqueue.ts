import type { Db } from '../db.ts'
import { TASK_PAYLOADS, type TaskName, type TaskPayload } from './task-payloads.ts'

interface EnqueueOptions {
  /** Not before this moment; at once without it. */
  readonly runAt?: Date
  /** One job at a time has this key: another with it replaces one that has not begun. */
  readonly jobKey?: string
  /** Jobs with the same one are done one after another. */
  readonly queue?: string
  /** How often it is tried before it is given up; 25 times, over three days, without it. */
  readonly maxAttempts?: number
}

/**
 * Puts a job on the worker's list in the transaction `tx`: it is there when that commits, and never
 * when it does not. A job may run more than once (a worker may die after its work and before it
 * said so), so that its work must look whether it is done already.
 */
export async function enqueue<T extends TaskName>(
  tx: Db,
  task: T,
  payload: TaskPayload<T>,
  { runAt, jobKey, queue, maxAttempts }: EnqueueOptions = {},
): Promise<void> {
  const told = JSON.stringify(TASK_PAYLOADS[task].parse(payload))
  await tx.$executeRaw`SELECT FROM graphile_worker.add_job(
    identifier => ${task}::text,
    payload => ${told}::json,
    queue_name => ${queue ?? null}::text,
    run_at => ${runAt ?? null}::timestamptz,
    job_key => ${jobKey ?? null}::text,
    max_attempts => ${maxAttempts ?? null}::integer)`
}

/** Takes the job with this key off the list, unless it has begun. */
export async function dequeue(tx: Db, jobKey: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM graphile_worker.remove_job(${jobKey}::text)`
}
