import {
  connectAnEnvironment,
  patchConnection,
  readConnection,
} from '../../../../../../server/api/connections.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(readConnection)
export const POST = endpoint(connectAnEnvironment)
export const PATCH = endpoint(patchConnection)
