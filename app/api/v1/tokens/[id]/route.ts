import { revokeAToken } from '../../../../../server/api/tokens.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const DELETE = endpoint(revokeAToken)
