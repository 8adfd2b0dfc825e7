import { deleteFreeze, patchFreeze } from '../../../../../server/api/freezes.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const PATCH = endpoint(patchFreeze)
export const DELETE = endpoint(deleteFreeze)
