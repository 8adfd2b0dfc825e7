import { followEntries } from '../../../../../server/api/audit-out.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(followEntries)
