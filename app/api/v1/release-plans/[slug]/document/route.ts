import { readDocument, revisePlan } from '../../../../../../server/api/plans.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(readDocument)
export const PUT = endpoint(revisePlan)
