import { plainText, wordsOf } from '../inline-text.ts'
import type { Finding } from '../reading.ts'
import type { Evidence } from './evidence.ts'
import { makeFinding, quoted } from './make-finding.ts'

/** Comments that speak to tools. */
const pragma =
  /^\W*(?:markdownlint|prettier|eslint|textlint|vale|remark|cspell|spell-?checker|toc\b|tocstop|start doctoc|end doctoc|doctoc|omit|vim:|lint)/i
const fewest = 6

/** Comments that hold a plan's words: readers of the page do not see them, so they are not read. */
export function hiddenContent({ plan }: Evidence): Finding[] {
  return plan.hidden.flatMap(({ kind, from, to }) => {
    if (kind !== 'comment') return []
    const inside = plan.source.slice(from, to).replace(/^<!-+/, '').replace(/-*>$/, '')
    if (pragma.test(inside)) return []
    const words = wordsOf(inside.slice(0, 4000))
    if (words.length < fewest) return []
    const first = inside
      .split(/\r\n|\r|\n/)
      .map((line) => plainText(line.replace(/^[\s#>*+-]+/, '')))
      .find((line) => line !== '')
    const line = plan.lineAt(from)
    const count = plan.lineAt(to) - line + 1
    return [
      makeFinding(
        'hidden_in_comment',
        line,
        words.slice(0, 60),
        `A comment hides ${count === 1 ? 'a line' : `${count} lines`} from readers, beginning ${quoted(first ?? '')}. What is in it is not part of the plan: take it out of the comment, or delete it.`,
      ),
    ]
  })
}
