import { askForSignOffs as ask } from '../../server/roll-call/asking/ask-for-sign-offs.ts'
import type { TaskWork } from '../task-work.ts'

export const askForSignOffs: TaskWork<'ask_for_sign_offs'> = async ({ roll_call }) =>
  `asked ${await ask(roll_call)}`
