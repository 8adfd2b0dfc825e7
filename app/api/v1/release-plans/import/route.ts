import { importPlan } from '../../../../../server/api/plans.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const POST = endpoint(importPlan)
