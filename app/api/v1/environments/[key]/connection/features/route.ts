import { bringInFeatures } from '../../../../../../../server/api/connections.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const POST = endpoint(bringInFeatures)
