import { takeARole } from '../../../../../../../server/api/teams.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const DELETE = endpoint(takeARole)
