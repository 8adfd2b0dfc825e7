import { giveSignOff } from '../../../../../../../server/api/roll-calls.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const PUT = endpoint(giveSignOff)
