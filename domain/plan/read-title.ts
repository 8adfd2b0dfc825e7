import type { PlanText } from './plan-text.ts'
import { titleHeading } from './title-heading.ts'

/** The document's name without emphasis, and its line. An untouched template title counts. */
export function readTitle(plan: PlanText): { title: string; line: number } | null {
  const heading = titleHeading(plan.blocks)
  if (!heading) return null
  return { title: heading.text.replace(/\s*[:|–-]+$/u, ''), line: heading.line }
}
