import type { PlanText } from '../plan-text.ts'
import { lineStart, lineStop } from './source-place.ts'
import type { StagePlace } from './stage-place.ts'

/** Offsets of the text, `to` not included. */
export type Span = { from: number; to: number }

/**
 * Where a stage's own words stand, its bullet or number left out: its chapter, its line with what is
 * below up to the next stage, or its name in a sentence. Null for a row of a table.
 */
export function stageSpan(
  plan: PlanText,
  place: StagePlace,
  next: StagePlace | undefined,
): Span | null {
  const { block, stage, section } = place
  const limit = next && next.block !== block ? next.block.from : plan.source.length
  const own = place.blocks.filter((one) => one.kind !== 'rule' && one.to <= limit)
  const end = own.at(-1)?.to ?? block.to
  if (section) return { from: lineStart(plan.source, block.from), to: lineStop(plan.source, end) }
  const piece = block.pieces.find((one) => one.line === stage.line)
  if (stage.form === 'prose') return named(plan, place)
  if (block.kind === 'paragraph' && piece) {
    return { from: piece.from, to: piece === block.pieces.at(-1) ? end : piece.to }
  }
  if (block.kind !== 'item' || !piece) return null
  return { from: block.box < 0 ? piece.from : block.box - 1, to: end }
}

const partOfWord = /[\p{L}\p{N}.]/u

/** A name as it stands by itself: the "5%" of "25% → 5%" is the second. */
function named(plan: PlanText, { block, stage }: StagePlace): Span | null {
  const { source } = plan
  const { length } = stage.label
  for (let at = source.indexOf(stage.label, block.from); at >= 0 && at < block.to; ) {
    const isWhole =
      !partOfWord.test(source.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(source.charAt(at + length))
    if (isWhole) return { from: at, to: at + length }
    at = source.indexOf(stage.label, at + 1)
  }
  return null
}
