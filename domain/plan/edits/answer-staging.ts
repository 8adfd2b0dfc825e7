import type { Block } from '../blocks.ts'
import type { PlanText } from '../plan-text.ts'
import { questionBlocks } from '../read-staged-rollout.ts'
import { statementIndex } from '../staging-statements.ts'
import { leadingAnswer } from '../yes-no.ts'
import { endOfSection, placeSection } from './place-section.ts'
import { marginOf, paragraphBelow } from './source-place.ts'
import type { TextChange } from './text-change.ts'

const question = 'Do I need a staged rollout?'
const statements = [
  'This change does not add substantial new functionality',
  'This change does not impact user flows through tasks',
  'This change does not affect traffic to backend services',
]
const atEnd = /([*_]{0,2})\b(yes|yep|no|true|false)\b([*_]{0,2})([\s.!)\]"”]*)$/i
const atStart = /^([*_[("“]{0,3})((?:yes|yep|no|true|false)\b|[✅❌✔])/i
/** The answer behind the question, with what was said of it. */
const behind = /\?[\s*_]*(?:=>|->|→|⇒|[-–—:])?[\s*_]*((?:yes|yep|no)\b.*)$/i

const word = (answer: boolean) => (answer ? 'Yes' : 'No')

/** The ways to answer one of the three statements, in the form in which the plan states it. */
export function answerStatement(plan: PlanText, n: number, answer: boolean): TextChange[][] {
  const blocks = questionBlocks(plan)
  const at = blocks.findIndex(
    (block) => block.kind !== 'heading' && statementIndex(said(block)) === n,
  )
  const block = blocks[at]
  if (!block) return withStatements(plan, n, answer)
  if (block.kind === 'row') return inRow(block, answer)
  return [
    ...overToken(block, answer),
    ...below(blocks, at, answer),
    ...byBox(plan, block, answer),
    append(block, answer),
  ]
}

const said = (block: Block) => (block.kind === 'row' ? (block.cells[0]?.text ?? '') : block.text)

function overToken(block: Block, answer: boolean): TextChange[][] {
  const last = block.pieces.at(-1)
  const first = block.pieces[0]
  const ways: TextChange[][] = []
  const end = last ? atEnd.exec(last.raw) : null
  if (last && end) {
    const from = last.from + end.index + (end[1]?.length ?? 0)
    ways.push([{ from, to: from + (end[2]?.length ?? 0), text: word(answer) }])
  }
  const start = first ? atStart.exec(first.raw) : null
  if (first && start) {
    const from = first.from + (start[1]?.length ?? 0)
    ways.push([{ from, to: from + (start[2]?.length ?? 0), text: word(answer) }])
  }
  return ways
}

function append(block: Block, answer: boolean): TextChange[] {
  const at = block.pieces.at(-1)?.to ?? block.to
  return [{ from: at, to: at, text: ` **${word(answer)}**` }]
}

function byBox(plan: PlanText, block: Block, answer: boolean): TextChange[][] {
  if (block.kind !== 'item' || block.box < 0 || plan.source[block.box] === ']') return []
  const box = { from: block.box, to: block.box + 1 }
  return answer ? [[{ ...box, text: 'x' }]] : [[{ ...box, text: ' ' }, ...append(block, false)]]
}

/** A list below the statement: its words, or the boxes of yes and no. */
function below(blocks: Block[], index: number, answer: boolean): TextChange[][] {
  const statement = blocks[index]
  const nested = blocks
    .slice(index + 1, index + 4)
    .filter((block) => block.indent > (statement?.indent ?? 0))
  const boxes = nested.flatMap((block) => {
    const says = leadingAnswer(block.text)
    if (block.kind !== 'item' || block.box < 0 || says === null) return []
    return [{ from: block.box, to: block.box + 1, text: says === answer ? 'x' : ' ' }]
  })
  if (boxes.length === 2) return [boxes]
  return nested.flatMap((block) =>
    leadingAnswer(block.text) === null ? [] : overToken(block, answer),
  )
}

function inRow(block: Block & { kind: 'row' }, answer: boolean): TextChange[][] {
  return block.cells.slice(1).map((cell) => [
    {
      from: cell.from,
      to: cell.to,
      text: cell.from === cell.to ? ` ${word(answer)} ` : word(answer),
    },
  ])
}

function withStatements(plan: PlanText, n: number, answer: boolean): TextChange[][] {
  const lines = statements.map(
    (text, index) => `- ${text}${index === n ? ` **${word(answer)}**` : ''}`,
  )
  const section = plan.sections.find((one) => one.kind === 'staged_question')
  if (section) return [[endOfSection(plan, section, lines)]]
  return [[placeSection(plan, 'staged_question', 3, [question, '', ...lines])]]
}

/** The ways to answer the question itself: over the answer that is there, else right below it. */
export function answerQuestion(plan: PlanText, required: boolean): TextChange[][] {
  const blocks = questionBlocks(plan)
  const [heading] = blocks
  if (!heading) return [[placeSection(plan, 'staged_question', 3, [question, '', word(required)])]]
  const answered = blocks
    .slice(1)
    .filter((block) => statementIndex(block.text) < 0 && leadingAnswer(block.text) !== null)
  const over = answered.flatMap((block) => overToken(block, required).slice(-1))
  const written = paragraphBelow(plan, heading, [`${marginOf(plan, heading)}${word(required)}`])
  return [
    ...over,
    ...overToken(heading, required),
    ...afterQuestion(heading, required),
    [written],
    [...(over[0] ?? []), written],
  ]
}

function afterQuestion(heading: Block, required: boolean): TextChange[][] {
  const piece = heading.pieces[0]
  const said = piece ? behind.exec(piece.raw)?.[1] : undefined
  return piece && said
    ? [[{ from: piece.to - said.length, to: piece.to, text: word(required) }]]
    : []
}
