import { giveSignOff } from '../../../../../../../server/api/roll-call-words.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const PUT = endpoint(giveSignOff)
