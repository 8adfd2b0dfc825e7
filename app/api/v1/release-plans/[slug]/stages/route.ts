import { listStages } from '../../../../../../server/api/stages.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(listStages)
