import { patchEnvironment } from '../../../../../server/api/environments.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const PATCH = endpoint(patchEnvironment)
