import { removeView } from '../../../../../../server/api/views.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const DELETE = endpoint(removeView)
