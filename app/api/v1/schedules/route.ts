import { listSchedules, scheduleTogether } from '../../../../server/api/schedules.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listSchedules)
export const POST = endpoint(scheduleTogether)
