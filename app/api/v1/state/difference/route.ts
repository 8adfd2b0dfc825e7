import { readStateDifference } from '../../../../../server/api/state.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(readStateDifference)
