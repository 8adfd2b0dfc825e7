import { addATeam, listTeams } from '../../../../server/api/teams.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listTeams)
export const POST = endpoint(addATeam)
