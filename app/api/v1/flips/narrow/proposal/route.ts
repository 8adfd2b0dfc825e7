import { proposeNarrowingMany } from '../../../../../../server/api/flips.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const POST = endpoint(proposeNarrowingMany)
