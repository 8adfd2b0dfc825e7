import { remindSignOffs as remind } from '../../server/roll-call/asking/remind-sign-offs.ts'
import type { TaskWork } from '../task-work.ts'

export const remindSignOffs: TaskWork<'remind_sign_offs'> = async () => `reminded ${await remind()}`
