import { listPlans } from '../../../../server/api/plans.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listPlans)
