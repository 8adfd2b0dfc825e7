import { hasPlaceholder } from '../placeholders.ts'
import type { PlanText } from '../plan-text.ts'
import { ownRollbackBlocks, rollbackBlocks } from '../read-rollback.ts'
import { endOfSection, placeSection } from './place-section.ts'
import { lineEndOf, lineStart, lineStop } from './source-place.ts'
import type { TextChange } from './text-change.ts'

/**
 * The ways to give a plan another rollback text: over the author's own words, over the template's
 * placeholder, at the end of its part, or in a part of its own. The template's paragraph stays.
 */
export function setRollback(plan: PlanText, text: string): TextChange[][] {
  const words = text.split(/\r\n|\r|\n/)
  const section = plan.sections.find((one) => one.kind === 'rollback' && one.heading)
  const placed = placeSection(plan, 'rollback', 3, ['Define the Rollback process', '', ...words])
  if (!section) return [[placed]]
  const own = ownRollbackBlocks(section)
  const [first, last] = [own[0], own.at(-1)]
  const waiting = rollbackBlocks(section).find((block) => hasPlaceholder(block.text))
  const ways: TextChange[][] = []
  const glued = /^[^:]{6,80}?:[*_]*\s+(?=\S)/.exec(section.heading?.raw ?? '')
  const piece = section.heading?.pieces[0]
  if (glued && piece && words.length === 1 && own.length === 0) {
    ways.push([{ from: piece.from + glued[0].length, to: piece.to, text }])
  }
  const written = words.join(lineEndOf(plan.source))
  if (first && last) {
    const from = lineStart(plan.source, first.from)
    ways.push([{ from, to: lineStop(plan.source, last.to), text: written }])
  } else if (waiting) {
    const from = lineStart(plan.source, waiting.from)
    ways.push([{ from, to: lineStop(plan.source, waiting.to), text: written }])
  }
  return [...ways, [endOfSection(plan, section, words)], [placed]]
}
