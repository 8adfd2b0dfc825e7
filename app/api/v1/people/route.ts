import { addAPerson, listPeople } from '../../../../server/api/people.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listPeople)
export const POST = endpoint(addAPerson)
