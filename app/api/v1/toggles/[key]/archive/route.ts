import { archiveAToggle } from '../../../../../../server/api/toggles.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const POST = endpoint(archiveAToggle)
