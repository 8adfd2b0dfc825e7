import {
  proposeWholePlanRollback,
  rollBackWholePlan,
} from '../../../../../../server/api/rollbacks.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(proposeWholePlanRollback)
export const POST = endpoint(rollBackWholePlan)
