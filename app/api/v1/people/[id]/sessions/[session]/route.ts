import { endASession } from '../../../../../../../server/api/people.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const DELETE = endpoint(endASession)
