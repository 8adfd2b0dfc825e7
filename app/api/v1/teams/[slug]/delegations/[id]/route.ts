import { deleteDelegation } from '../../../../../../../server/api/delegations.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const DELETE = endpoint(deleteDelegation)
