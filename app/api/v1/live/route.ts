import { liveEvents } from '../../../../server/api/live.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(liveEvents)
