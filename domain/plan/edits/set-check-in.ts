import { blocksWithin } from '../outline.ts'
import { hasPlaceholder } from '../placeholders.ts'
import type { PlanText } from '../plan-text.ts'
import { placeSection } from './place-section.ts'
import { lineEndOf, lineStart, lineStop, paragraphBelow } from './source-place.ts'
import type { TextChange } from './text-change.ts'

/** The ways to record a check-in: right below its heading, or in a part of its own. */
export function setCheckIn(
  plan: PlanText,
  which: 'one_week' | 'one_month',
  text: string,
): TextChange[][] {
  const words = text.split(/\r\n|\r|\n/)
  const title = which === 'one_week' ? '1-week results' : '1-month results'
  const section = plan.sections.find((one) => one.kind === which && one.heading)
  if (!section?.heading) return [[placeSection(plan, which, 3, [title, '', ...words])]]
  const blocks = blocksWithin(section)
  const [only] = blocks
  const below = paragraphBelow(plan, section.heading, words)
  if (blocks.length !== 1 || !only || only.kind !== 'paragraph' || !hasPlaceholder(only.text))
    return [[below]]
  const from = lineStart(plan.source, only.from)
  const written = words.join(lineEndOf(plan.source))
  return [[{ from, to: lineStop(plan.source, only.to), text: written }], [below]]
}
