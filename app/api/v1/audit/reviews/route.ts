import { readLogReview, reviewTheLog } from '../../../../../server/api/log-reviews.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(readLogReview)
export const POST = endpoint(reviewTheLog)
