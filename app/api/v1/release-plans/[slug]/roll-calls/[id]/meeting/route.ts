import { readMeeting, runMeeting } from '../../../../../../../../server/api/meetings.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const GET = endpoint(readMeeting)
export const PUT = endpoint(runMeeting)
