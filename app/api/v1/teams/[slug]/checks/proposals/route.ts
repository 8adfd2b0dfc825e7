import { proposeTheChecks } from '../../../../../../../server/api/checks.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const POST = endpoint(proposeTheChecks)
