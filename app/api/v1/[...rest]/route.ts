import { noSuchRoute } from '../../../../server/no-such-route.ts'

export const GET = noSuchRoute
export const POST = noSuchRoute
export const PUT = noSuchRoute
export const PATCH = noSuchRoute
export const DELETE = noSuchRoute
