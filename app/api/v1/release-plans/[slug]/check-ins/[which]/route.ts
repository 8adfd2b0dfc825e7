import { readCheckIn, recordACheckIn } from '../../../../../../../server/api/check-ins.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const GET = endpoint(readCheckIn)
export const PUT = endpoint(recordACheckIn)
