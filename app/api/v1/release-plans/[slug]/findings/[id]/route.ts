import { acknowledgeFinding } from '../../../../../../../server/api/plans.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const PUT = endpoint(acknowledgeFinding)
