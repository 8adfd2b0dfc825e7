import { cancelASchedule } from '../../../../../server/api/schedules.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const DELETE = endpoint(cancelASchedule)
