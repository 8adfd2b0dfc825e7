import { liveMeeting } from '../../../../../../../../../server/api/meetings.ts'
import { endpoint } from '../../../../../../../../../server/endpoint.ts'

export const GET = endpoint(liveMeeting)
