import { proposeAnUnprotection } from '../../../../../../server/api/environments.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const POST = endpoint(proposeAnUnprotection)
