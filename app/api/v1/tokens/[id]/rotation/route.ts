import { rotateAToken } from '../../../../../../server/api/tokens.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const POST = endpoint(rotateAToken)
