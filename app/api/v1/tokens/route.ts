import { listTokens, makeAToken } from '../../../../server/api/tokens.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listTokens)
export const POST = endpoint(makeAToken)
