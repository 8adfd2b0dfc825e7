import { listRollCalls, openRollCall } from '../../../../../../server/api/roll-calls.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(listRollCalls)
export const POST = endpoint(openRollCall)
