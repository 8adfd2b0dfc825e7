import { listDeliveries } from '../../../../../../server/api/webhooks.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(listDeliveries)
