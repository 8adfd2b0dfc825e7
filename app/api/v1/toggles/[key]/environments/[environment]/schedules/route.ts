import { listToggleSchedules, scheduleFlip } from '../../../../../../../../server/api/schedules.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const GET = endpoint(listToggleSchedules)
export const POST = endpoint(scheduleFlip)
