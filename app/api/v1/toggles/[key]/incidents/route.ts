import { listIncidents, openAnIncident } from '../../../../../../server/api/incidents.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(listIncidents)
export const POST = endpoint(openAnIncident)
