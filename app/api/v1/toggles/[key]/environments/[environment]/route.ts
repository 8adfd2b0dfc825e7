import { flipToggle, readState } from '../../../../../../../server/api/toggles.ts'
import { endpoint } from '../../../../../../../server/endpoint.ts'

export const GET = endpoint(readState)
export const PATCH = endpoint(flipToggle)
