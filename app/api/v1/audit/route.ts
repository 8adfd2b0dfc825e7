import { listEntries } from '../../../../server/api/audit.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listEntries)
