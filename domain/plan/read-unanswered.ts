import type { Block, Row } from './blocks.ts'
import { fieldOf } from './field.ts'
import { isWithin } from './outline.ts'
import { hasPlaceholder, ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import type { GoNoGoSheet } from './reading.ts'

type Unanswered = { prompt: string; line: number }

/**
 * The prompts that still wait for the author: a placeholder where an answer belongs, a template
 * prompt with nothing behind it, an unanswered go/no-go prompt. In the order of the document.
 */
export function readUnanswered(plan: PlanText, sheet: GoNoGoSheet | null): Unanswered[] {
  if (sheet) return ofSheet(sheet)
  const found: Unanswered[] = []
  let header: Row | null = null
  plan.blocks.forEach((block, index) => {
    if (block.kind === 'row' && block.header) header = block
    const section = plan.sectionOf.get(block)
    if (section && isWithin(section, 'guidance', 'exceptions')) return
    if (block.kind === 'row') {
      for (const prompt of ofRow(block, header)) {
        found.push({ prompt: prompt || section?.title || block.text, line: block.line })
      }
      return
    }
    const prompt = promptOf(block, plan.blocks[index + 1])
    if (prompt !== null)
      found.push({ prompt: prompt || section?.title || block.text, line: block.line })
  })
  return found
}

function ofSheet(sheet: GoNoGoSheet): Unanswered[] {
  const open = sheet.items
    .filter((item) => item.answer === null && item.note === null)
    .map((item) => ({ prompt: item.text, line: item.line }))
  if (sheet.decision === null && sheet.decision_line !== null) {
    open.unshift({ prompt: 'Decision', line: sheet.decision_line })
  }
  return open
}

function promptOf(block: Exclude<Block, Row>, next: Block | undefined): string | null {
  if (block.kind === 'code' || block.kind === 'rule') return null
  if (block.kind === 'heading') return hasPlaceholder(block.text) ? shortened(block.text) : null
  const field = fieldOf(block.text)
  if (field) {
    if (field.answer !== '') return null
    const nested = next && next.indent > block.indent && next.kind !== 'heading'
    const waiting =
      hasPlaceholder(field.said) || /^(?:yes ?[/|] ?no|xx?\b|n\/a \|)/i.test(field.said)
    if (waiting) return field.prompt
    return field.known && !nested && field.said === '' && !/[?]$/.test(block.text)
      ? field.prompt
      : null
  }
  if (!hasPlaceholder(block.text)) return null
  return isOpen(block.text) || /\bTBD\b|\?{2,}|\[fill|[❓🔮]/iu.test(block.text)
    ? shortened(block.text)
    : null
}

/** What each cell that waits is about: the row's own name, and its column's. */
function ofRow(row: Row, header: Row | null): string[] {
  if (row.header) return []
  const name = row.cells.find((cell) => ownAnswer(cell.text) !== '')?.text
  return row.cells.flatMap((cell, column) => {
    if (cell.text === '' || !isOpen(cell.text)) return []
    const asked = header?.table === row.table ? header.cells[column]?.text : undefined
    return [[name, asked].filter((words) => words !== undefined && words !== '').join(': ')]
  })
}

/** A placeholder with at most a word or two around it, as in "week of mm/dd/yyyy". */
function isOpen(text: string): boolean {
  if (!hasPlaceholder(text)) return false
  const own = ownAnswer(text)
  return own === '' || (own.split(' ').length <= 2 && !/\d/.test(own))
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
