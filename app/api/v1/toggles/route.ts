import { listToggles, registerToggle } from '../../../../server/api/toggles.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listToggles)
export const POST = endpoint(registerToggle)
