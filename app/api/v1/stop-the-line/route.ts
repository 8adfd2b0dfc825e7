import { readLine, releaseTheLine, stopTheLine } from '../../../../server/api/line.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(readLine)
export const POST = endpoint(stopTheLine)
export const DELETE = endpoint(releaseTheLine)
