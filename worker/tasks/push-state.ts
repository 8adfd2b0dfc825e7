import { pushState as push } from '../../server/connected/push-state.ts'
import type { TaskWork } from '../task-work.ts'

export const pushState: TaskWork<'push_state'> = ({ state }) => push(state)
