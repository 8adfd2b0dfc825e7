import { readToggle } from '../../../../../server/api/toggles.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(readToggle)
