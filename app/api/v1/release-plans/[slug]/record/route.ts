import { readRecord } from '../../../../../../server/api/record.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(readRecord)
