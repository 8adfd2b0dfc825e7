import { runSchedule as run } from '../../server/schedules/run-schedule.ts'
import type { TaskWork } from '../task-work.ts'

export const runSchedule: TaskWork<'run_schedule'> = ({ schedule }) => run(schedule)
