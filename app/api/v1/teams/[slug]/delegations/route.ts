import { createDelegation, listDelegations } from '../../../../../../server/api/delegations.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(listDelegations)
export const POST = endpoint(createDelegation)
