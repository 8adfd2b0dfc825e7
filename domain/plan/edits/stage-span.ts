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

function named(plan: PlanText, { block, stage }: StagePlace): Span | null {
  const at = plan.source.indexOf(stage.label, block.from)
  return at < 0 || at >= block.to ? null : { from: at, to: at + stage.label.length }
}
