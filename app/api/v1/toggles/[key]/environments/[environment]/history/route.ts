import { readToggleHistory } from '../../../../../../../../server/api/toggle-history.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const GET = endpoint(readToggleHistory)
