import { editPlan } from '../../../../../../server/api/plan-edits.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const POST = endpoint(editPlan)
