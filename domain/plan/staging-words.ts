const staged = '(?:phased|staged|canary|incremental(?:ly)?|gradual(?:ly)?|staggered)'
const rollout = '(?:roll-? ?(?:out|ing out)|release|launch|approach|deployment)'
const kind = `${staged}(?:[/, -]*(?:and |or )?${staged})* ${rollout}`
const small = String.raw`(?:\s+(?:to|do|doing|use|using|have|having|need|require|plan|planning|for|be|a|an|any|the|perform|conduct|provide|run|it|this|is|possible|going|through|with))*`

/** "It is impractical to do a phased roll-out", "no staged rollout", "we will not stage …". */
const refusals = [
  new RegExp(
    String.raw`\b(?:impractical|infeasible|not (?:possible|feasible|needed|required|necessary|planned|practical|planning|doing|going)|no need|won'?t|will not|cannot|can'?t|do(?:es)? ?n[o']t (?:need|require|plan|have)|instead of|rather than|skip(?:ping)?|without|no)${small}\s+${kind}`,
    'i',
  ),
  new RegExp(
    String.raw`\b${kind}\s+(?:is|are|was|will be)?\s*(?:impractical|infeasible|not (?:needed|required|necessary|possible|feasible|planned|applicable)|n\/a|skipped)`,
    'i',
  ),
]

const plans = [
  new RegExp(
    String.raw`\b(?:will|need|needs|plan|plans|requires?|going|doing|do|using|use)${small}\s+${kind}`,
    'i',
  ),
  new RegExp(
    String.raw`\b${kind} (?:is|will be|was) (?:needed|required|used|planned|necessary|done)`,
    'i',
  ),
]

/** Whether a text plainly says that the release is not staged. A question says nothing. */
export function refusesStaging(text: string): boolean {
  return refusals.some((pattern) => pattern.test(text)) && !/\?\s*$/.test(text)
}

/** Whether a text plainly says that the release is staged. */
export function plansStaging(text: string): boolean {
  return !refusesStaging(text) && plans.some((pattern) => pattern.test(text))
}
