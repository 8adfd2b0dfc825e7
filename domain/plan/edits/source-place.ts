import type { Block } from '../blocks.ts'
import type { PlanText } from '../plan-text.ts'
import type { TextChange } from './text-change.ts'

/** The line end that a document uses first; a line feed where it has none. */
export function lineEndOf(source: string): string {
  return /\r\n|\r|\n/.exec(source)?.[0] ?? '\n'
}

/** The offset where the line of an offset begins. */
export function lineStart(source: string, offset: number): number {
  let at = offset
  while (at > 0 && source[at - 1] !== '\n' && source[at - 1] !== '\r') at--
  return at === 0 && source.startsWith('\uFEFF') ? 1 : at
}

/** The offset where the words of the line of an offset end, before its line end. */
export function lineStop(source: string, offset: number): number {
  let at = offset
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++
  return at
}

/** The offset where the line after the one of an offset begins. */
export function nextLine(source: string, offset: number): number {
  const stop = lineStop(source, offset)
  if (source[stop] === '\r' && source[stop + 1] === '\n') return stop + 2
  return Math.min(stop + 1, source.length)
}

/** What stands on a block's first line before its words: quote marks, indentation, the bullet. */
export function markerOf(plan: PlanText, block: Block): string {
  const first = block.pieces[0]?.from ?? block.from
  return plan.source.slice(lineStart(plan.source, first), first).replace(/\[[xX✓✔]\]/, '[ ]')
}

/** Quote marks and indentation alone, for a line of another kind at the same depth. */
export function marginOf(plan: PlanText, block: Block): string {
  return /^[\s>]*/.exec(markerOf(plan, block))?.[0] ?? ''
}

/** Quote marks and spaces that put a line into the list item above it. */
export function indentBelow(plan: PlanText, item: Block): string {
  return markerOf(plan, item)
    .replace(/\[[^\]]?\]\s*$/, '')
    .replace(/[^\s>]/g, ' ')
}

/** Lines put below a block, in the document's own line ends. */
export function linesBelow(plan: PlanText, block: Block, lines: readonly string[]): TextChange {
  const end = lineEndOf(plan.source)
  const at = lineStop(plan.source, block.to)
  return { from: at, to: at, text: lines.map((line) => end + line).join('') }
}

/** The same with a blank line on either side, for words that must not run into their neighbours. */
export function paragraphBelow(plan: PlanText, block: Block, lines: readonly string[]): TextChange {
  const change = linesBelow(plan, block, ['', ...lines])
  const next = nextLine(plan.source, change.to)
  const words = plan.source.slice(next, lineStop(plan.source, next))
  return /^[\s>]*$/.test(words) ? change : { ...change, text: change.text + lineEndOf(plan.source) }
}

/** Whole lines taken out, from the first of one block to the last of another. */
export function withoutLines(plan: PlanText, first: Block, last: Block): TextChange {
  const from = lineStart(plan.source, first.from)
  return { from, to: nextLine(plan.source, last.to), text: '' }
}
