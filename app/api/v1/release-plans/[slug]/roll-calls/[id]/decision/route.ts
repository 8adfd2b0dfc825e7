import { decideRollCall } from '../../../../../../../../server/api/roll-calls.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const POST = endpoint(decideRollCall)
