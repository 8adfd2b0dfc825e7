import type { Block } from './blocks.ts'
import { wordsOf } from './inline-text.ts'
import { withoutChoices } from './placeholders.ts'
import { leadingAnswer } from './yes-no.ts'

export type Answer = boolean | null

/** The three statements of the template, each by words that no rewording leaves out. */
const statements: [RegExp, RegExp][] = [
  [/\b(?:add|introduce)s?\b/, /\bfunctionality\b/],
  [/\b(?:impact|affect|change)s?\b/, /\bflows?\b/],
  [/\b(?:affect|impact|increase|change)s?\b/, /\btraffic\b|\bbackend services\b/],
]

/** Which of the three statements a line is, 0 to 2, or -1. */
export function statementIndex(text: string): number {
  if (text.length > 600 || /^\W*example\b/i.test(text)) return -1
  const folded = wordsOf(text).join(' ')
  if (!/\b(?:not|doesnt|no)\b/.test(folded)) return -1
  return statements.findIndex(([verb, thing]) => verb.test(folded) && thing.test(folded))
}

/** What was answered to each statement: behind it, before it, below it, in its row or by its box. */
export function statementAnswers(blocks: Block[]): [Answer, Answer, Answer] {
  const answers: [Answer, Answer, Answer] = [null, null, null]
  const ticked = blocks.some(
    (block) => block.kind === 'item' && block.checked && statementIndex(block.text) >= 0,
  )
  blocks.forEach((block, index) => {
    if (block.kind === 'heading' || block.kind === 'rule') return
    const cells = block.kind === 'row' ? block.cells.map((cell) => cell.text) : [block.text]
    const n = statementIndex(cells[0] ?? '')
    if (n !== 0 && n !== 1 && n !== 2) return
    const inRow = cells
      .slice(1)
      .map(leadingAnswer)
      .find((answer) => answer !== null)
    const given = inRow ?? answerAround(cells[0] ?? '') ?? answerBelow(blocks, index)
    answers[n] ??= given ?? (ticked && block.kind === 'item' && block.checked ? true : null)
  })
  return answers
}

const before = /^\W*(yes|no|true|false|✅|❌|✔|y|n)[\s–—:,)|.\]-]+(?=this|the|it|does|we)/iu
const rightBehind =
  /(?:va\.gov|functionality|tasks?|flows?|services|traffic)[\s"'“”.,;:?!=>()[\]*–—-]*(yes|yep|no|true|false|✅|❌|✔)(?![\p{L}])/iu
const behindMark = /[:=>–—-]\s*(yes|yep|no|true|false)(?![\p{L}])/iu
const atEnd = /(?:^|\s)[("[]?(yes|yep|no|true|false|✅|❌|✔)[\s.!)\]"]*$/iu

function answerAround(line: string): Answer {
  const text = withoutChoices(line)
  const said =
    before.exec(text) ?? rightBehind.exec(text) ?? behindMark.exec(text) ?? atEnd.exec(text)
  return said ? leadingAnswer(said[1] ?? '') : null
}

/** In a nested list: "Yes", or a pair of boxes of which one is ticked. */
function answerBelow(blocks: Block[], index: number): Answer {
  const statement = blocks[index]
  if (!statement) return null
  const below: Block[] = []
  for (const block of blocks.slice(index + 1, index + 4)) {
    if (block.kind === 'heading' || statementIndex(block.text) >= 0) break
    const beside = block.kind === 'item' && block.indent <= statement.indent
    if (beside && statement.kind === 'item') break
    below.push(block)
  }
  const boxed = below.some((block) => block.kind === 'item' && block.checked !== null)
  for (const block of below) {
    if (boxed && !(block.kind === 'item' && block.checked)) continue
    if (/^example/i.test(block.text)) continue
    const answer = leadingAnswer(block.text.replace(/^answer\s*:?\s*/i, ''))
    if (answer !== null) return answer
  }
  return null
}

/** Whether a block stands below one of the statements in the list. */
export function isBelowStatement(blocks: Block[], index: number): boolean {
  const block = blocks[index]
  if (!block || block.indent === 0) return false
  for (let at = index - 1; at >= 0 && at > index - 8; at--) {
    const above = blocks[at]
    if (above && above.indent < block.indent) return statementIndex(above.text) >= 0
  }
  return false
}
