import type { ExplainedProblem } from './explained-problem.ts'
import { REFUSAL_PROBLEMS } from './refusal-problems.ts'
import { REQUEST_PROBLEMS } from './request-problems.ts'

/** Every problem that Rollcall answers, with its status, its title and what its page says. */
export const PROBLEMS = { ...REFUSAL_PROBLEMS, ...REQUEST_PROBLEMS }

/** What names a problem. */
export type ProblemCode = keyof typeof PROBLEMS

/** The last part of a problem's address: its code with dashes. */
function problemName(code: string): string {
  return code.replaceAll('_', '-')
}

/** The address of a problem's page, which is also the `type` of its answer. */
export function problemAddress(code: ProblemCode): string {
  return `/problems/${problemName(code)}`
}

/** The problem that the last part of an address names; null where there is none. */
export function problemNamed(name: string): ExplainedProblem | null {
  for (const [code, problem] of Object.entries(PROBLEMS)) {
    if (problemName(code) === name) return problem
  }
  return null
}

/** Every problem with its address, by status and then in the order of the table. */
export function allProblems(): (ExplainedProblem & {
  readonly code: ProblemCode
  readonly address: string
})[] {
  const codes = Object.keys(PROBLEMS) as ProblemCode[]
  return codes
    .map((code) => ({ code, address: problemAddress(code), ...PROBLEMS[code] }))
    .sort((one, other) => one.status - other.status)
}
