import type { FastifyReply } from 'fastify'
import { respond } from '../respond.ts'

const MORE_INFO = 'https://flippercloud.io/docs/api#error-code-reference'

/** Flipper's own errors, word for word: clients show them. */
const ERRORS = {
  feature_not_found: { status: 404, code: 1, message: 'Feature not found.' },
  group_not_registered: { status: 404, code: 2, message: 'Group not registered.' },
  percentage_invalid: {
    status: 422,
    code: 3,
    message: 'Percentage must be a positive number less than or equal to 100.',
  },
  flipper_id_invalid: {
    status: 422,
    code: 4,
    message: 'Required parameter flipper_id is missing.',
  },
  name_invalid: { status: 422, code: 5, message: 'Required parameter name is missing.' },
  import_invalid: { status: 422, code: 6, message: 'Import invalid.' },
  expression_invalid: {
    status: 422,
    code: 7,
    message: 'The provided expression was not valid.',
  },
} as const

export type FlipperError = keyof typeof ERRORS

/** Answers with one of Flipper's errors. */
export function flipperError(reply: FastifyReply, error: FlipperError): FastifyReply {
  const { status, code, message } = ERRORS[error]
  return respond(reply, status, JSON.stringify({ code, message, more_info: MORE_INFO }))
}

/** Answers in Flipper's form with what only Rollcall refuses; the code is the HTTP status. */
export function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return respond(reply, status, flipperRefusal(status, message))
}

/** The body of such an answer. */
export function flipperRefusal(status: number, message: string): string {
  return JSON.stringify({ code: status, message, more_info: MORE_INFO })
}

/** Flipper's answer for an address that it does not know. */
export function unknownAddress(reply: FastifyReply): FastifyReply {
  return respond(reply, 404, '{}')
}
