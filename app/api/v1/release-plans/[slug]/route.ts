import { readPlan } from '../../../../../server/api/plans.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(readPlan)
