import { patchPerson, readPerson } from '../../../../../server/api/people.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(readPerson)
export const PATCH = endpoint(patchPerson)
