import { readMail } from '../../../../server/api/sign-in.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(readMail)
