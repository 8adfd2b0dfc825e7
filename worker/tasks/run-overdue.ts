import { runOverdue as run } from '../../server/schedules/run-overdue.ts'
import type { TaskWork } from '../task-work.ts'

export const runOverdue: TaskWork<'run_overdue'> = async () => `settled ${await run()}`
