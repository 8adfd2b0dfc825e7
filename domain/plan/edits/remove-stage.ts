import type { PlanText } from '../plan-text.ts'
import { lineStart, nextLine, withoutLines } from './source-place.ts'
import { stagePlaces } from './stage-place.ts'
import type { TextChange } from './text-change.ts'

/** The way to take the n-th stage out, 0 the first, with everything that belongs to it. */
export function removeStage(plan: PlanText, n: number): TextChange[][] {
  const place = stagePlaces(plan)[n]
  if (!place) return []
  if (place.rows.length > 0) return [place.rows.map((row) => withoutLines(plan, row, row))]
  const last = place.blocks.at(-1) ?? place.block
  const from = lineStart(plan.source, place.block.from)
  const own = { from, to: nextLine(plan.source, last.to), text: '' }
  const following = plan.sections.find((one) => one.heading && one.heading.from > last.from)
  if (!place.section || !following?.heading) return [[own]]
  return [[{ ...own, to: lineStart(plan.source, following.heading.from) }], [own]]
}
