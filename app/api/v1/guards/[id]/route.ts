import { deleteGuard, readGuard, updateGuard } from '../../../../../server/api/guards.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(readGuard)
export const PATCH = endpoint(updateGuard)
export const DELETE = endpoint(deleteGuard)
