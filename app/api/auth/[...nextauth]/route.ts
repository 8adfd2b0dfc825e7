import { handleSignIn } from '../../../../server/access/handle-sign-in.ts'

export const GET = handleSignIn
export const POST = handleSignIn
