import type { Heading } from './blocks.ts'
import { headingKind, namesDocument } from './heading-kind.ts'
import { foldText } from './inline-text.ts'
import type { PlanText } from './plan-text.ts'

const statusWords =
  /\b(?:draft|wip|work in progress|in progress|in review|under review|final|approved|archived?|deprecated|outdated|obsolete|do not (?:use|edit)|to be updated|not started|completed?|status|updated?|confidential|internal)\b/gi

/**
 * The first heading that names the document, without emphasis. A status line ("DRAFT") names
 * nothing, nor does a heading that opens a known part; an untouched template title counts.
 */
export function readTitle(plan: PlanText): { title: string; line: number } | null {
  const headings = plan.blocks.filter((block): block is Heading => block.kind === 'heading')
  const top = headings.reduce((level, heading) => Math.min(level, heading.level), 7)
  for (const [index, heading] of headings.slice(0, 12).entries()) {
    const kind = headingKind(heading.text)
    if (heading.text === '' || kind === 'contents' || isStatus(heading.text)) continue
    const overview = kind === 'overview' || /\boverview\b/i.test(heading.text)
    const named = namesDocument(heading.text) && kind !== 'guidance'
    const alone = heading.level === 1 || (index === 0 && isOnlyOne(headings, heading.level))
    const isTitle = named ? heading.level === top || !overview : kind === null && alone
    if (isTitle) {
      return { title: heading.text.replace(/\s*[:|–-]+$/u, ''), line: heading.line }
    }
    if (kind !== null) return null
  }
  return null
}

const isOnlyOne = (headings: Heading[], level: number) =>
  headings.filter((heading) => heading.level === level).length === 1

function isStatus(text: string): boolean {
  const rest = foldText(text)
    .replace(statusWords, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return rest === '' || /^\d+$/.test(rest)
}
