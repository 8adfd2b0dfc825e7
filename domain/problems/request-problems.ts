import { type ExplainedProblem, NOTHING } from './explained-problem.ts'

/** What is answered before a rule is asked, or when something is broken. */
export const REQUEST_PROBLEMS = {
  not_signed_in: {
    status: 401,
    title: 'Not signed in',
    happened: 'No token came, or one that is unknown, expired or revoked.',
    unchanged: NOTHING,
    todo: 'Send a token as `Authorization: Bearer …`. Tokens are made in the settings and shown once.',
  },
  not_the_guards_secret: {
    status: 401,
    title: 'Not proven',
    happened: 'A monitoring signal came without the secret of the guard that it is for.',
    unchanged: NOTHING,
    todo: 'Send the guard’s own secret as bearer, or sign the body with it. Renew the secret if it is lost.',
  },
  foreign_origin: {
    status: 403,
    title: 'Not from our pages',
    happened: 'A change came with a session cookie, and not from a page of Rollcall itself.',
    unchanged: NOTHING,
    todo: 'Programs use a token. In a browser, act from Rollcall’s own pages.',
  },
  no_such_route: {
    status: 404,
    title: 'Not found',
    happened: 'The API has nothing at this path.',
    unchanged: NOTHING,
    todo: 'Look the path up in the reference; paths begin with /api/v1.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    happened: 'The path is there, and takes other methods. The Allow header names them.',
    unchanged: NOTHING,
    todo: 'Use one of the methods that Allow names.',
  },
  not_acceptable: {
    status: 406,
    title: 'Not acceptable',
    happened: 'The Accept header leaves out the one content type that is answered here.',
    unchanged: NOTHING,
    todo: 'Send no Accept header, or one that takes the type which the answer names.',
  },
  too_large: {
    status: 413,
    title: 'Too large',
    happened: 'The body is larger than is taken here. The answer says how much that is.',
    unchanged: NOTHING,
    todo: 'Send less at once.',
  },
  wrong_content_type: {
    status: 415,
    title: 'Wrong content type',
    happened: 'The body came as another content type than is taken here, or compressed.',
    unchanged: NOTHING,
    todo: 'Send it as the answer says, and say so in Content-Type; send no Content-Encoding.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    happened: 'More requests came from one person, token or address than are taken at a time.',
    unchanged: NOTHING,
    todo: 'Wait the seconds that Retry-After says and go on more slowly.',
  },
  database_unreachable: {
    status: 503,
    title: 'The database cannot be reached',
    happened: 'Rollcall could not reach its database, or lost it while it answered.',
    unchanged:
      'Nothing is known to have changed. A write that was on its way may have happened: repeated with the same Idempotency-Key it is done once.',
    todo: 'Repeat it after the seconds that Retry-After says. Rollcall recovers by itself, and flags keep answering.',
  },
  storage_full: {
    status: 507,
    title: 'The disk is full',
    happened: 'The database has no room left to write the change with its entry in the log.',
    unchanged: NOTHING,
    todo: 'Have an administrator make room on the database’s disk; then repeat it. Reading and evaluation go on meanwhile.',
  },
  busy: {
    status: 503,
    title: 'Too busy',
    happened: 'The database did not answer in time.',
    unchanged: NOTHING,
    todo: 'Repeat it after the seconds that Retry-After says.',
  },
  bug: {
    status: 500,
    title: 'Something went wrong',
    happened: 'This is a fault in Rollcall.',
    unchanged: NOTHING,
    todo: 'Tell whoever runs Rollcall the request id of the answer: the fault is logged under it.',
  },
} as const satisfies Record<string, ExplainedProblem>

/** What names one of them. */
export type RequestProblem = keyof typeof REQUEST_PROBLEMS
