import { putSignIn, readSignIn } from '../../../../server/api/sign-in.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(readSignIn)
export const PUT = endpoint(putSignIn)
