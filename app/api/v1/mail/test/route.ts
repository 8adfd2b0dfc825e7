import { sendTestMail } from '../../../../../server/api/sign-in.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const POST = endpoint(sendTestMail)
