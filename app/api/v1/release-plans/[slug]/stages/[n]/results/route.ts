import { recordStageResults } from '../../../../../../../../server/api/stages.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const PUT = endpoint(recordStageResults)
