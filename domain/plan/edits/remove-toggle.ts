import { keyWords } from '../flag-key.ts'
import { isWithin } from '../outline.ts'
import type { PlanText } from '../plan-text.ts'
import { togglesInLines } from '../toggle-lines.ts'
import { togglesInTables } from '../toggle-table.ts'
import { withoutLines } from './source-place.ts'
import type { TextChange } from './text-change.ts'

/** The way to take a toggle out of where the plan lists it; prose that names it is left to people. */
export function removeToggle(plan: PlanText, key: string): TextChange[][] {
  const same = keyWords(key)
  const lines = [...togglesInTables(plan), ...togglesInLines(plan)]
    .filter((mention) => keyWords(mention.key) === same)
    .map((mention) => mention.line)
  const found = plan.blocks.filter((block) => {
    if (!lines.includes(block.line)) return false
    const section = plan.sectionOf.get(block)
    const listed = section ? isWithin(section, 'toggles') : false
    return block.kind === 'row' || block.kind === 'paragraph' || (block.kind === 'item' && listed)
  })
  return found.length > 0 ? [found.map((block) => withoutLines(plan, block, block))] : []
}
