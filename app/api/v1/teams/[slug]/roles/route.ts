import { grantARole, listRoles } from '../../../../../../server/api/teams.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(listRoles)
export const POST = endpoint(grantARole)
