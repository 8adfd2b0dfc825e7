import { exportEntries } from '../../../../../server/api/audit-out.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(exportEntries)
