import { removeAGroupRule } from '../../../../../server/api/sign-in.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const DELETE = endpoint(removeAGroupRule)
