import { cancelToggleSchedule } from '../../../../../../../../../server/api/schedules.ts'
import { endpoint } from '../../../../../../../../../server/endpoint.ts'

export const DELETE = endpoint(cancelToggleSchedule)
