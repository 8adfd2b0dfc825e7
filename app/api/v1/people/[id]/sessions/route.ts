import { endSessions, listSessions } from '../../../../../../server/api/people.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(listSessions)
export const DELETE = endpoint(endSessions)
