import { decisionKind, readDecision } from './go-no-go-decision.ts'
import { goNoGoItems } from './go-no-go-items.ts'
import type { PlanText } from './plan-text.ts'
import type { GoNoGoSheet } from './reading.ts'

const planKinds = new Set([
  'toggles',
  'validation',
  'production',
  'rollback',
  'stage',
  'uat',
  'rollout',
])

/**
 * Whether a document is a go/no-go sheet: prompts with owners and answers below a decision or a
 * go/no-go title, and none of the parts of a release plan.
 */
export function isGoNoGo(plan: PlanText, title: string | null): boolean {
  if (
    plan.sections.some(
      (section) => section.kind !== null && !section.isTitle && planKinds.has(section.kind),
    )
  )
    return false
  const named = title !== null && /\bgo ?(?:\/|or|-|&)? ?no[ -]?go\b/i.test(title)
  if (named && !/\b(?:release|launch|roll-? ?out) plan\b/i.test(title ?? '')) return true
  return readDecision(plan) !== null && goNoGoItems(plan).length >= 3
}

/** The decision as written with its kind, and every prompt with owner and answer. */
export function readGoNoGo(plan: PlanText): GoNoGoSheet {
  const items = goNoGoItems(plan)
  const decision = readDecision(plan)
  return {
    decision: decision?.text ?? null,
    decision_kind: decision?.text ? decisionKind(decision.text) : null,
    decision_line: decision?.line ?? null,
    prompts: items.length,
    answered: items.filter((item) => item.answer !== null || item.note !== null).length,
    items,
  }
}
