import { readWaiting } from '../../../../server/api/waiting.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(readWaiting)
