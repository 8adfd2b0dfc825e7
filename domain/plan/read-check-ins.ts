import type { Block } from './blocks.ts'
import { fieldOf } from './field.ts'
import { headingKind } from './heading-kind.ts'
import { keywordsOf } from './keywords.ts'
import { blocksWithin } from './outline.ts'
import { hasPlaceholder, ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import type { CheckInState } from './reading.ts'
import { rowsOfTables } from './tables.ts'
import { isTemplateSentence, ownSentences } from './template-text.ts'

export type CheckIn = { state: CheckInState; line: number | null }
type Which = 'one_week' | 'one_month'

/** Columns that say what was hoped for, not what came. */
const planned =
  /target|goal|base|historical|expected|current|pre-?launch|threshold|metric|kpi|criteria|measure|description|how|notes on/i

/**
 * Whether a check-in is absent, there with nothing of its own, or answered. Labels the team wrote
 * without a value are no answers; "N/A" is one.
 */
export function readCheckIn(plan: PlanText, which: Which): CheckIn {
  let line: number | null = null
  for (const section of plan.sections) {
    if (section.kind !== which) continue
    line ??= section.line
    if (hasOwnWords(blocksWithin(section))) return { state: 'answered', line: section.line }
  }
  const inTable = fromTable(plan, which)
  if (inTable?.state === 'answered' || (inTable && line === null)) return inTable
  const inLine = fromLine(plan, which)
  if (inLine?.state === 'answered' || (inLine && line === null)) return inLine
  if (line !== null) return { state: 'template', line }
  return fromBoth(plan) ?? { state: 'absent', line: null }
}

/** One part for both looks, which says nothing of either by itself: what it says holds for both. */
function fromBoth(plan: PlanText): CheckIn | null {
  const section = plan.sections.find((one) => one.kind === 'check_ins')
  if (!section) return null
  return { state: hasOwnWords(blocksWithin(section)) ? 'answered' : 'template', line: section.line }
}

/** Whether some blocks say anything that is not the template's or a bare label. */
export function hasOwnWords(blocks: Block[]): boolean {
  const rows = rowsOfTables(blocks)
  return rows.some(tableAnswers) || blocks.some((_, index) => saysSomething(blocks, index))
}

function tableAnswers(rows: ReturnType<typeof rowsOfTables>[number]): boolean {
  const header = rows[0]?.cells.map((cell) => cell.text) ?? []
  return rows.slice(1).some((row) =>
    row.cells.some((cell, index) => {
      if (index === 0 || planned.test(header[index] ?? '')) return false
      return ownAnswer(cell.text) !== ''
    }),
  )
}

function saysSomething(blocks: Block[], index: number): boolean {
  const block = blocks[index]
  if (!block || block.kind === 'row' || block.kind === 'rule' || block.kind === 'heading')
    return false
  if (block.text === '') return block.raw.includes('![')
  if (/!\[|\]\(https?:/.test(block.raw) && !hasPlaceholder(block.text)) {
    return !isTemplateSentence(block.text)
  }
  const field = fieldOf(block.text)
  if (field) return field.answer !== '' && !isTemplateSentence(block.text)
  const own = ownAnswer(ownSentences(block.text))
  if (own === '' || (hasPlaceholder(block.text) && own.split(' ').length < 4)) return false
  if (block.kind === 'paragraph') return !/[:：]$/u.test(own)
  const next = blocks[index + 1]
  const opensList = next?.kind === 'item' && next.indent > block.indent
  return isBelowPrompt(blocks, index) || (!opensList && !isBareLabel(own))
}

/** What stands below a prompt answers it, however short it is. */
function isBelowPrompt(blocks: Block[], index: number): boolean {
  const block = blocks[index]
  if (!block || block.indent === 0) return false
  for (let at = index - 1; at >= 0 && at > index - 20; at--) {
    const above = blocks[at]
    if (above && above.indent < block.indent) return fieldOf(above.text) !== null
  }
  return false
}

/** A few words without a number or a verdict only say what will be measured. */
function isBareLabel(text: string): boolean {
  if (/\d/.test(text) || /^(?:yes|no|none|n\/a|not|nothing|all|zero)\b/i.test(text)) return false
  return text.split(/\s+/).length <= 6 && !/[.!]$/.test(text)
}

/** A table whose columns are the check-ins: `KPI | Target | 1 week | 1 month`. */
function fromTable(plan: PlanText, which: Which): CheckIn | null {
  const word = which === 'one_week' ? 'oneweek' : 'onemonth'
  let found: CheckIn | null = null
  for (const rows of rowsOfTables(plan.blocks)) {
    const header = rows[0]
    const column = header?.cells.findIndex((cell) => {
      const words = keywordsOf(cell.text)
      return words.length <= 4 && words.includes(word) && !planned.test(cell.text)
    })
    if (!header || column === undefined || column < 1) continue
    const filled = rows.slice(1).some((row) => ownAnswer(row.cells[column]?.text ?? '') !== '')
    if (filled) return { state: 'answered', line: header.line }
    found ??= { state: 'template', line: header.line }
  }
  return found
}

/** A line of its own: "1-week check-in: error rate held at 0.4 %". */
function fromLine(plan: PlanText, which: Which): CheckIn | null {
  let found: CheckIn | null = null
  for (const block of plan.blocks) {
    if (block.kind !== 'item' && block.kind !== 'paragraph') continue
    const label = /^[^:]{4,50}:/.exec(block.text)?.[0]
    if (!label || !/w[ek]{2,3}|month|day/i.test(label) || headingKind(label) !== which) continue
    if (ownAnswer(block.text.slice(label.length)) !== '')
      return { state: 'answered', line: block.line }
    const below = plan.blocks.slice(plan.blocks.indexOf(block) + 1)
    const until = below.findIndex((next) => next.kind === 'heading' || next.indent <= block.indent)
    const nested = below.slice(0, until < 0 ? 20 : until)
    if (hasOwnWords(nested)) return { state: 'answered', line: block.line }
    found ??= { state: 'template', line: block.line }
  }
  return found
}
