import type { Block } from '../blocks.ts'
import { ownAnswer } from '../placeholders.ts'
import type { PlanText } from '../plan-text.ts'
import { answerSpan } from './answer-span.ts'
import { linesBelow, marginOf } from './source-place.ts'
import type { TextChange } from './text-change.ts'

/** The ways to write an answer behind the prompt on a line, the nearest to the author's form first. */
export function answerPrompt(plan: PlanText, line: number, answer: string): TextChange[][] {
  const block = plan.blocks.find((one) => one.line <= line && one.lastLine >= line)
  if (!block) return []
  if (block.kind === 'row') return inCells(block, answer)
  const sheet = ofSheet(plan, block, answer)
  const piece = block.pieces.find((one) => one.line === line)
  if (!piece) return []
  const span = answerSpan(piece)
  const ways: TextChange[][] = [...sheet]
  if (span) {
    const spaced = /\s$/.test(plan.source.slice(0, span.from)) ? answer : ` ${answer}`
    ways.push([{ ...span, text: spaced }])
  }
  const token =
    /\[(?:fill[ _-]?in|pick[ _-]?one)\]|\bTBD\b|\?{2,}|❓|_{3,}|^(?:\.{3}|…|xx?)$/iu.exec(piece.raw)
  if (token) {
    const from = piece.from + token.index
    // What stands behind a placeholder and a colon says what to write there.
    if (token.index === 0 && /^\W*:\s*\S/.test(piece.raw.slice(token[0].length))) {
      ways.push([{ from, to: piece.to, text: answer }])
    }
    ways.push([{ from, to: from + token[0].length, text: answer }])
    ways.push([{ from, to: piece.to, text: answer }])
  }
  return ways
}

/** The cells of the row that wait, each in turn. */
function inCells(block: Block & { kind: 'row' }, answer: string): TextChange[][] {
  return block.cells
    .filter((cell) => /\[fill[ _-]?in\]|\bTBD\b|\?{2,}|mm\/dd|❓/iu.test(cell.raw))
    .map((cell) => [{ from: cell.from, to: cell.to, text: answer.replace(/\|/g, '\\|') }])
}

/** The answer to a prompt of a go/no-go sheet: on the line that waits for it, else on a line more. */
function ofSheet(plan: PlanText, block: Block, answer: string): TextChange[][] {
  if (!block.text.includes('?') || block.kind === 'code') return []
  const next = plan.blocks[plan.blocks.indexOf(block) + 1]
  const below = [linesBelow(plan, block, [`${marginOf(plan, block)}- ${answer}`])]
  const piece = next?.pieces[0]
  const label = piece ? /^\W*(?:answer|response)\b[*_]*\s*:?[*_]*/i.exec(piece.raw) : null
  if (piece && label) {
    const from = piece.from + label[0].length
    return [[{ from, to: piece.to, text: ` ${answer}` }], below]
  }
  const waits = next && next.kind === 'item' && piece && ownAnswer(next.text) === ''
  return waits ? [[{ from: piece.from, to: piece.to, text: answer }], below] : [below]
}
