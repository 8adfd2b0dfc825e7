import { listOverrides } from '../../../../server/api/overrides.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listOverrides)
