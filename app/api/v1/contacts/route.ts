import { listContacts } from '../../../../server/api/contacts.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listContacts)
