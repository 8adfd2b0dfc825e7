import { remindCheckIns as remind } from '../../server/check-ins/remind-check-ins.ts'
import type { TaskWork } from '../task-work.ts'

export const remindCheckIns: TaskWork<'remind_check_ins'> = async () => `wrote ${await remind()}`
