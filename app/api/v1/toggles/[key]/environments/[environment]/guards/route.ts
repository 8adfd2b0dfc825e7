import { createGuard, listGuards } from '../../../../../../../../server/api/guards.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const GET = endpoint(listGuards)
export const POST = endpoint(createGuard)
