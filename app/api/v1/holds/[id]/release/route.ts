import { releaseAHold } from '../../../../../../server/api/guards.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const POST = endpoint(releaseAHold)
