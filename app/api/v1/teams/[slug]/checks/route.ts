import { listChecks } from '../../../../../../server/api/checks.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(listChecks)
