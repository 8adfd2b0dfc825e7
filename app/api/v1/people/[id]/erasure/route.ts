import { eraseAPerson } from '../../../../../../server/api/erasures.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const POST = endpoint(eraseAPerson)
