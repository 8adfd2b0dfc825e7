import type { Block } from './blocks.ts'
import { datesIn } from './dates.ts'
import { fieldOf } from './field.ts'
import { hasWord, keywordsOf } from './keywords.ts'
import { ownAnswer } from './placeholders.ts'
import { shareInAnswer, shareOfUsersIn } from './share.ts'
import { isTemplateSentence } from './template-text.ts'

/** What stands below a stage's name. */
export type StageBody = {
  share: number | null
  shareLine: number
  /** Whether a line that asks for it gave the share, and not a sentence. */
  shareAsked: boolean
  soak: string | null
  dates: string | null
  /** The dates come from the line on how long it lasts, where no other line gives them. */
  datesInSoak: boolean
  fields: number
  authored: boolean
}

type Asked = 'share' | 'audience' | 'soak' | 'dates' | null

/**
 * Reads share, soak and dates of a stage from lines of the form "prompt: answer", the answer also
 * in a list below or the next cell; the share else from a sentence that says it of the users.
 */
export function stageBody(blocks: Block[]): StageBody {
  const body: StageBody = {
    share: null,
    shareLine: 0,
    shareAsked: false,
    soak: null,
    dates: null,
    datesInSoak: false,
    fields: 0,
    authored: false,
  }
  blocks.forEach((block, index) => {
    const line = promptAndAnswer(blocks, block, index)
    if (line) take(body, block.line, askedBy(line.prompt), line)
  })
  if (body.share !== null) return body
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue
    if (fieldOf(block.text)?.known || isTemplateSentence(block.text)) continue
    const share = shareOfUsersIn(block.text)
    if (share === null) continue
    return { ...body, share, shareLine: block.line }
  }
  return body
}

type Line = { prompt: string; answer: string }

function promptAndAnswer(blocks: Block[], block: Block, index: number): Line | null {
  if (block.kind === 'row') {
    const [prompt, answer] = block.cells.map((cell) => cell.text)
    const asks = block.cells.length === 2 && prompt && !/\d/.test(prompt)
    return asks && prompt.split(' ').length <= 4
      ? { prompt, answer: ownAnswer(answer ?? '') }
      : null
  }
  if (block.kind !== 'item' && block.kind !== 'paragraph') return null
  const field = fieldOf(block.text)
  if (!field) return null
  const below = blocks[index + 1]
  const nested =
    below?.kind === 'item' && (below.indent > block.indent || block.kind === 'paragraph')
  const answer =
    field.said === '' && nested && !fieldOf(below.text) ? ownAnswer(below.text) : field.answer
  return { prompt: field.prompt, answer }
}

function askedBy(prompt: string): Asked {
  const words = keywordsOf(prompt)
  if (words.length > 16) return null
  const few = words.length <= 4
  if (words.includes('%') || hasWord(words, 'percentage', 'percent')) return 'share'
  if (few && hasWord(words, ...audience)) return 'audience'
  if (hasWord(words, 'length', 'duration', 'soak', 'timeframe')) return 'soak'
  if (few && words.includes('time')) return 'soak'
  return hasWord(words, ...dates) ? 'dates' : null
}

const audience = 'audience users target traffic exposure population rollout scope'.split(' ')
const dates = 'dates date start when timing schedule timeline'.split(' ')

function take(body: StageBody, line: number, asked: Asked, { prompt, answer }: Line) {
  if (asked === null) return
  body.fields++
  if (answer === '') return
  if (asked === 'share' || asked === 'audience') {
    const share = shareInAnswer(answer, asked === 'share')
    if (body.share !== null || share === null) return
    body.share = share
    body.shareLine = line
    body.shareAsked = true
  } else if (asked === 'soak') {
    body.soak ??= answer
    body.datesInSoak ||= body.dates === null
    body.dates ??= datesIn(answer)
    body.authored = true
  } else if (!/actual/i.test(prompt)) {
    body.dates = body.datesInSoak ? answer : (body.dates ?? answer)
    body.datesInSoak = false
    body.authored = true
  }
}
