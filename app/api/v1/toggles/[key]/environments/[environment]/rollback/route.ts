import { proposeRollback, rollBackToggle } from '../../../../../../../../server/api/rollbacks.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const GET = endpoint(proposeRollback)
export const POST = endpoint(rollBackToggle)
