import { readChangesSince } from '../../../../../../../../../server/api/meetings.ts'
import { endpoint } from '../../../../../../../../../server/endpoint.ts'

export const GET = endpoint(readChangesSince)
