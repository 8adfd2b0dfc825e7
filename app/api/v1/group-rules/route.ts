import { addAGroupRule, listGroupRules } from '../../../../server/api/sign-in.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listGroupRules)
export const POST = endpoint(addAGroupRule)
