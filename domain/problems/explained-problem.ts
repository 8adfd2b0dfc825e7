/** A problem that Rollcall answers: what its answer and the page at its address say. */
export interface ExplainedProblem {
  readonly status: number
  readonly title: string
  /** What happened, for whoever follows the address of a problem. */
  readonly happened: string
  /** What was not changed by it. */
  readonly unchanged: string
  /** What to do. */
  readonly todo: string
}

/** What most problems leave behind. */
export const NOTHING = 'Nothing was changed.'
