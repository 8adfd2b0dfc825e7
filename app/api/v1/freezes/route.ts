import { createFreeze, listFreezes } from '../../../../server/api/freezes.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listFreezes)
export const POST = endpoint(createFreeze)
