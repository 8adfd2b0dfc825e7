import { readArrival } from '../../../../../../../../server/api/connections.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const GET = endpoint(readArrival)
