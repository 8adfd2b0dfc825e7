import { listFreezeWindows } from '../../../../../server/api/freezes.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(listFreezeWindows)
