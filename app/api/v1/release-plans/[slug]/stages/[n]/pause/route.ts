import { pauseAStage } from '../../../../../../../../server/api/stages.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const POST = endpoint(pauseAStage)
