import type { PlanText } from '../plan-text.ts'
import type { TextChange } from './text-change.ts'

/** Ticks or unticks the validation prompt on a line; where it has no box yet, it gets one. */
export function tickValidation(plan: PlanText, line: number, checked: boolean): TextChange[][] {
  const item = plan.blocks.find((block) => block.kind === 'item' && block.line === line)
  if (item?.kind !== 'item') return []
  const mark = checked ? 'x' : ' '
  if (item.box < 0) {
    const at = item.pieces[0]?.from ?? item.to
    return [[{ from: at, to: at, text: `[${mark}] ` }]]
  }
  const empty = plan.source[item.box] === ']'
  return [[{ from: item.box, to: item.box + (empty ? 0 : 1), text: mark }]]
}
