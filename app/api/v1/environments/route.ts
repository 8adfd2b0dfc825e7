import {
  createEnvironment,
  listEnvironments,
  putEnvironmentOrder,
} from '../../../../server/api/environments.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listEnvironments)
export const POST = endpoint(createEnvironment)
export const PUT = endpoint(putEnvironmentOrder)
