import { readEvaluation } from '../../../../../../../../server/api/evaluation.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const GET = endpoint(readEvaluation)
