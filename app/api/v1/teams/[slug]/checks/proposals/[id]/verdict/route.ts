import { decideTheChecks } from '../../../../../../../../../server/api/checks.ts'
import { endpoint } from '../../../../../../../../../server/endpoint.ts'

export const POST = endpoint(decideTheChecks)
