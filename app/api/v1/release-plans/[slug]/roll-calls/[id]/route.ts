import { readRollCall } from '../../../../../../../server/api/roll-calls.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const GET = endpoint(readRollCall)
