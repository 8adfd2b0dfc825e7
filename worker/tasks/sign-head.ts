import { signHead as sign } from '../../server/audit/heads/sign-head.ts'
import type { TaskWork } from '../task-work.ts'

export const signHead: TaskWork<'sign_head'> = (_payload, _job, { heads }) => sign(heads)
