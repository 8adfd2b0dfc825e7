import { deleteFreeze } from '../../../../../server/api/freezes.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const DELETE = endpoint(deleteFreeze)
