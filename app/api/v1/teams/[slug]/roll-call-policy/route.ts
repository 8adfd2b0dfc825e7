import {
  readRollCallPolicy,
  setRollCallPolicy,
} from '../../../../../../server/api/roll-call-policy.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const GET = endpoint(readRollCallPolicy)
export const PUT = endpoint(setRollCallPolicy)
