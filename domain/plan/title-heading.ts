import type { Block, Heading } from './blocks.ts'
import { type HeadingKind, headingKind, namesDocument } from './heading-kind.ts'
import { foldText } from './inline-text.ts'

const statusWords =
  /\b(?:draft|wip|work in progress|in progress|in review|under review|final|approved|archived?|deprecated|outdated|obsolete|do not (?:use|edit)|to be updated|not started|completed?|status|updated?|confidential|internal)\b/gi

/** Parts that even a lone top heading may open instead of naming the document. */
const parts: ReadonlySet<HeadingKind> = new Set([
  'toggles',
  'validation',
  'production',
  'staged_question',
  'exceptions',
  'rollback',
  'contacts',
  'post_launch',
  'check_ins',
  'one_week',
  'one_month',
  'questions',
  'guidance',
  'overview',
  'decision',
  'results',
])
const searched = 12

/**
 * The first heading that names the document. A status line ("DRAFT") or a table of contents names
 * nothing; a heading that opens a known part ends the search.
 */
export function titleHeading(blocks: Block[]): Heading | null {
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading')
  const levels = headings.map((heading) => heading.level)
  const top = levels.reduce((least, level) => Math.min(least, level), 7)
  for (const [index, heading] of headings.slice(0, searched).entries()) {
    const kind = headingKind(heading.text)
    if (heading.text === '' || kind === 'contents' || isStatus(heading.text)) continue
    const overview = /\boverview\b/i.test(heading.text)
    const onlyOne = levels.filter((level) => level === heading.level).length === 1
    const isPart = kind !== null && (parts.has(kind) || (kind !== 'planning' && !onlyOne))
    if (namesDocument(heading.text) && kind !== 'guidance') {
      if (heading.level === top || !overview) return heading
    } else if (!isPart && (heading.level === 1 || (index === 0 && onlyOne))) return heading
    if (kind !== null) return null
  }
  return null
}

function isStatus(text: string): boolean {
  const rest = foldText(text)
    .replace(statusWords, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return rest === '' || /^\d+$/.test(rest)
}
