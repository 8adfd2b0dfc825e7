import { lookAtConnection } from '../../../../../../../server/api/connections.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const POST = endpoint(lookAtConnection)
