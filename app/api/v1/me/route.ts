import { readSelf } from '../../../../server/api/self.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(readSelf)
