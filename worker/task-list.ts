import type { TaskList } from 'graphile-worker'
import { TASK_PAYLOADS, type TaskName, type TaskPayload } from '../server/jobs/task-payloads.ts'
import { logLine } from '../server/log.ts'
import { inSpan } from '../server/span.ts'
import type { TaskWork, Tools } from './task-work.ts'
import { TASKS } from './tasks.ts'

function isTask(name: string): name is TaskName {
  return name in TASK_PAYLOADS
}

/** The tasks as the queue's library runs them: each job read, done, timed, and said in one line. */
export function taskList(tools: Tools): TaskList {
  return Object.fromEntries(
    Object.keys(TASKS)
      .filter(isTask)
      .map((name) => [name, runner(name, tools)]),
  )
}

function runner<T extends TaskName>(name: T, tools: Tools): TaskList[string] {
  const schema = TASK_PAYLOADS[name]
  const work: TaskWork<T> = TASKS[name]
  return async (told, { job, abortSignal }) => {
    const begun = performance.now()
    const isLastTry = job.attempts >= job.max_attempts
    const about = { task: name, job: job.id, attempt: job.attempts }
    const say = (level: 'info' | 'error', how: Record<string, string>) =>
      logLine(level, {
        process: 'worker',
        ...about,
        ...how,
        ms: Math.round(performance.now() - begun),
      })
    try {
      // The payload is checked when it is written; one of an older version is checked here again.
      const payload = schema.parse(told) as TaskPayload<T>
      const attempt = { id: job.id, attempt: job.attempts, isLastTry, signal: abortSignal }
      const result = await inSpan(`job ${name}`, { 'rollcall.job': job.id }, () =>
        work(payload, attempt, tools),
      )
      say('info', { what: 'job done', result })
    } catch (error) {
      const what = isLastTry ? 'job given up' : 'job failed, to be tried again'
      const { name: kind, message } = error instanceof Error ? error : new Error(String(error))
      say('error', { what, error: `${kind}: ${message}` })
      throw error
    }
  }
}
