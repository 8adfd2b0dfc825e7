import { isWithin } from './outline.ts'
import type { PlanText } from './plan-text.ts'
import type { ValidationPrompt } from './reading.ts'

/** The list of what must be done before the toggle goes on; null where a line has no box. */
export function readValidation(plan: PlanText): ValidationPrompt[] {
  const found: ValidationPrompt[] = []
  for (const section of plan.sections) {
    if (!isWithin(section, 'validation')) continue
    for (const block of section.blocks) {
      if (block.kind !== 'item' || block.text === '') continue
      found.push({ prompt: block.text, checked: block.checked, line: block.line })
    }
  }
  return found
}
