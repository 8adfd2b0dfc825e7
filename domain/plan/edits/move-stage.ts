import type { Row } from '../blocks.ts'
import type { PlanText } from '../plan-text.ts'
import { rowsOfTables } from '../tables.ts'
import { lineStart, lineStop } from './source-place.ts'
import { type StagePlace, stagePlaces } from './stage-place.ts'
import { type Span, stageSpan } from './stage-span.ts'
import type { TextChange } from './text-change.ts'

/** A list with its n-th member at place `to`; both count from 0. */
export function moved<T>(list: readonly T[], n: number, to: number): T[] {
  const rest = list.toSpliced(n, 1)
  return rest.toSpliced(to, 0, ...list.slice(n, n + 1))
}

/**
 * The way to put the n-th stage at place `to`, both from 0, with everything that belongs to it. The
 * stages between change places; what stands between them (rules, blank lines, numbers of a list)
 * stays where it is.
 */
export function moveStage(plan: PlanText, n: number, to: number): TextChange[][] {
  const places = stagePlaces(plan)
  if (n === to || !places[n] || !places[to]) return []
  const [first, last] = [Math.min(n, to), Math.max(n, to)]
  const part = places.slice(first, last + 1)
  const [from, target] = [n - first, to - first]
  if (part.every((place) => place.rows.length > 0)) return inTables(plan, part, from, target)
  const spans = part.map((place, at) => stageSpan(plan, place, part[at + 1]))
  return reordered(plan, spans, from, target)
}

function reordered(
  plan: PlanText,
  spans: (Span | null)[],
  from: number,
  to: number,
): TextChange[][] {
  const known = spans.filter((span) => span !== null)
  if (known.length < spans.length || known.some((span, at) => span.from < (known[at - 1]?.to ?? 0)))
    return []
  const texts = moved(known, from, to).map((span) => plan.source.slice(span.from, span.to))
  return [known.map((span, at) => ({ ...span, text: texts[at] ?? '' }))]
}

/** Whole rows change places, in each table that has them. */
function inTables(plan: PlanText, part: StagePlace[], from: number, to: number): TextChange[][] {
  const order = moved(part, from, to)
  const changes = rowsOfTables(plan.blocks).flatMap((table) => {
    const rowOf = ({ rows }: StagePlace): Row[] => rows.filter((row) => table.includes(row))
    const rows = order.flatMap(rowOf)
    const slots = rows.toSorted((a, b) => a.from - b.from)
    return slots.flatMap((slot, at) => {
      const row = rows[at]
      return row && row !== slot ? [{ ...lineOf(plan, slot), text: words(plan, row) }] : []
    })
  })
  return [changes]
}

const lineOf = (plan: PlanText, row: Row): Span => ({
  from: lineStart(plan.source, row.from),
  to: lineStop(plan.source, row.to),
})

const words = (plan: PlanText, row: Row): string => {
  const { from, to } = lineOf(plan, row)
  return plan.source.slice(from, to)
}
