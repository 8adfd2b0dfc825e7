import { resolveAnIncident } from '../../../../../../../../server/api/incidents.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const POST = endpoint(resolveAnIncident)
