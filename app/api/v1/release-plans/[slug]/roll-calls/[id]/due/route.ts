import {
  readRollCallDue,
  setRollCallDue,
} from '../../../../../../../../server/api/roll-call-due.ts'
import { endpoint } from '../../../../../../../../server/endpoint.ts'

export const GET = endpoint(readRollCallDue)
export const PUT = endpoint(setRollCallDue)
