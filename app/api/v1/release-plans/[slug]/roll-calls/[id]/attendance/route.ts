import { noteAttendance } from '../../../../../../../../server/api/meetings.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const PUT = endpoint(noteAttendance)
