import { problemAddress } from '../domain/problems/problem-table.ts'
import { REQUEST_PROBLEMS, type RequestProblem } from '../domain/problems/request-problems.ts'
import { type Refusal, summarise } from '../domain/refusal.ts'

interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly [member: string]: unknown
}

function respond(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headers,
    },
  })
}

/** An RFC 9457 answer that is no refusal of a rule: a bad token, a missing page, a bug. */
export function problem(
  code: RequestProblem,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  const { status, title } = REQUEST_PROBLEMS[code]
  return respond({ type: problemAddress(code), title, status, detail }, headers)
}

function ownMembers(refusal: Refusal): Record<string, unknown> {
  switch (refusal.code) {
    case 'checks_not_passed':
      return { checks: refusal.checks }
    case 'launch_not_ready':
      return { missing: refusal.missing }
    case 'invalid':
      return { errors: refusal.errors }
    case 'confirmation_needed':
      return { reasons: refusal.reasons }
    case 'version_conflict':
    case 'revision_conflict':
      return { expected: refusal.expected, actual: refusal.actual }
    default:
      return {}
  }
}

/** A refusal as its RFC 9457 answer, with its own status unless another is given; `type` is the address of its page. */
export function refusalProblem(refusal: Refusal, given?: number): Response {
  const { title, detail, ...summary } = summarise(refusal)
  const status = given ?? summary.status
  const type = problemAddress(refusal.code)
  return respond({ type, title, status, detail, ...ownMembers(refusal) })
}
