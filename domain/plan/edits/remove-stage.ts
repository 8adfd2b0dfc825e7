import type { PlanText } from '../plan-text.ts'
import { lineStart, nextLine, withoutLines } from './source-place.ts'
import { type StagePlace, stagePlaces } from './stage-place.ts'
import { stageSpan } from './stage-span.ts'
import type { TextChange } from './text-change.ts'

/** The way to take the n-th stage out, 0 the first, with everything that belongs to it. */
export function removeStage(plan: PlanText, n: number): TextChange[][] {
  const places = stagePlaces(plan)
  const place = places[n]
  if (!place) return []
  if (place.rows.length > 0) return [place.rows.map((row) => withoutLines(plan, row, row))]
  if (place.stage.form === 'prose') return fromSentence(plan, places, n)
  if (place.block.kind === 'paragraph' && !place.section) return fromLines(plan, place)
  const last = place.blocks.at(-1) ?? place.block
  const from = lineStart(plan.source, place.block.from)
  const own = { from, to: nextLine(plan.source, last.to), text: '' }
  const following = plan.sections.find((one) => one.heading && one.heading.from > last.from)
  if (!place.section || !following?.heading) return [[own]]
  return [[{ ...own, to: lineStart(plan.source, following.heading.from) }], [own]]
}

/** A step of "10 %, then 50 %, then 100 %" goes with the word that joins it to the one before. */
function fromSentence(plan: PlanText, places: StagePlace[], n: number): TextChange[][] {
  const spans = places.map((place) => stageSpan(plan, place, undefined))
  const [before, own, after] = [spans[n - 1], spans[n], spans[n + 1]]
  if (own && before) return [[{ from: before.to, to: own.to, text: '' }]]
  return own && after ? [[{ from: own.from, to: after.from, text: '' }]] : []
}

/** One line of several that follow each other, with the list below it. */
function fromLines(plan: PlanText, place: StagePlace): TextChange[][] {
  const span = stageSpan(plan, place, undefined)
  if (!span) return []
  return [
    [{ from: lineStart(plan.source, span.from), to: nextLine(plan.source, span.to), text: '' }],
  ]
}
