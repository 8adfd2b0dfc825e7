import type { Block, Row } from './blocks.ts'
import { isNotApplicable, ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import type { GoNoGoItem } from './reading.ts'
import { rowsOfTables } from './tables.ts'

type Verdict = GoNoGoItem['answer']

/** The prompts of a go/no-go sheet in order: owner, question, and what was answered below or behind. */
export function goNoGoItems(plan: PlanText): GoNoGoItem[] {
  const rows = rowsOfTables(plan.blocks).flatMap(fromTable)
  const found = [...fromLines(plan.blocks), ...rows].sort((a, b) => a.line - b.line)
  return found.map((item, index) => ({ ...item, n: index + 1 }))
}

function fromLines(blocks: Block[]): GoNoGoItem[] {
  const found: GoNoGoItem[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block || !isPrompt(block)) continue
    const question = questionOf(block.text) ?? plainPrompt(block, blocks[at + 1]) ?? ticked(block)
    if (!question) continue
    const parts = [question.rest]
    const boxed: Block[] = []
    while (at + 1 < blocks.length) {
      const next = blocks[at + 1]
      if (!next || !isAnswerTo(block, next, parts)) break
      if (next.kind === 'item' && next.checked !== null && isChoice(next.text)) boxed.push(next)
      else parts.push(next.text)
      at++
    }
    for (const box of boxed) if (box.kind === 'item' && box.checked) parts.push(box.text)
    if (block.kind === 'item' && block.checked) parts.push('Yes')
    found.push(itemOf(question, parts, block.line))
  }
  return found
}

const isChoice = (text: string) => /^(?:yes|no|n\/?a|not applicable)\b/i.test(text)

function isPrompt(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'heading'
}

/** "**Owner**: is it ready? …": a question, with or without the one who answers it. */
function questionOf(text: string): { owner: string | null; text: string; rest: string } | null {
  if (/^\W*(?:answer|response|notes?|decision|date)\b/i.test(text)) return null
  const owned = /^([^:?]{1,70}?)\s*:\s+(?=\S)/u.exec(text)
  const body = owned ? text.slice(owned[0].length) : text
  const end = /\?(?=[\s)"”]|$)/.exec(body)
  const asked = end ? body.slice(0, end.index + 1) : body
  if (!end && !(owned && /^(?:is|are|did|do|does|has|have|can|will|was|were|any)\b/i.test(body)))
    return null
  if (asked.split(/\s+/).length < 3) return null
  const rest = body.slice(asked.length).replace(/^[)"”\s]+(?=\S)/, '')
  return {
    owner: owned?.[1] ? ownAnswer(owned[1]) || null : null,
    text: asked.trim(),
    rest: end ? rest : '',
  }
}

/** A line without a question mark is a prompt where an answer is asked for below it. */
function plainPrompt(block: Block, next: Block | undefined): ReturnType<typeof questionOf> {
  if (!next || block.kind === 'heading' || !/^\W*(?:answer|response)\b\s*:/i.test(next.text))
    return null
  if (/^\W*(?:answer|response|notes?)\b/i.test(block.text)) return null
  const owned = /^([^:?]{1,70}?)\s*:\s+(?=\S)/u.exec(block.text)
  const text = owned ? block.text.slice(owned[0].length) : block.text
  return { owner: owned?.[1] ? ownAnswer(owned[1]) || null : null, text, rest: '' }
}

/** A box to tick is a prompt in a sheet: "- [ ] The call center is told (Priya)". */
function ticked(block: Block): ReturnType<typeof questionOf> {
  if (block.kind !== 'item' || block.checked === null || isChoice(block.text)) return null
  const owner = /\(([^()]{2,60})\)\s*$/.exec(block.text)
  return block.text.split(/\s+/).length < 2
    ? null
    : { owner: owner?.[1] ? ownAnswer(owner[1]) || null : null, text: block.text, rest: '' }
}

/** What stands below a prompt answers it, up to the next prompt, rule or heading. */
function isAnswerTo(prompt: Block, next: Block, before: string[]): boolean {
  if (next.kind === 'heading' || next.kind === 'rule' || next.kind === 'row') return false
  const nested = next.indent > prompt.indent
  if (/^\W*(?:answer|response|notes?)\b\s*[:–-]?/i.test(next.text)) return true
  if (questionOf(next.text) && !nested) return false
  if (prompt.kind === 'item' || nested) return nested
  if (next.kind === 'item') return true
  const first = before.every((part) => part === '')
  return first && next.kind === 'paragraph' && !/^[^:]{2,40}:\s/.test(next.text)
}

function itemOf(
  question: { owner: string | null; text: string },
  parts: string[],
  line: number,
): GoNoGoItem {
  const said = parts
    .map((part) => ownAnswer(part.replace(/^\W*(?:answer|response|notes?)\b\s*[:–-]?\s*/i, '')))
    .filter((part) => part !== '')
    .join(' ')
  const answer = verdictOf(said)
  const note =
    answer === null
      ? said
      : said.replace(/^\W*(?:yes|yep|no|none|nope|n\/?a|not applicable)\b[\s,.;:!–—-]*/iu, '')
  return { n: 1, text: question.text, owner: question.owner, answer, note: note || null, line }
}

function verdictOf(said: string): Verdict {
  if (said === '') return null
  if (isNotApplicable(said)) return 'not_applicable'
  if (
    /^\W*(?:yes|yep|yeah|y|ready|confirmed|done)(?![\p{L}'])/iu.test(said) ||
    /^[✅✔👍☑]/u.test(said)
  )
    return 'yes'
  if (/^\W*(?:no|nope|none|n)(?![\p{L}'/])/iu.test(said) || /^[❌👎]/u.test(said)) return 'no'
  return null
}

/** A sheet may be a table: `Owner | Question | Answer | Notes`. */
function fromTable(rows: Row[]): GoNoGoItem[] {
  const header = rows[0]?.cells.map((cell) => cell.text) ?? []
  const find = (pattern: RegExp) => header.findIndex((name) => pattern.test(name))
  const asked = find(/question|prompt|item|criteria|check/i)
  if (asked < 0) return []
  const owner = find(/owner|who|responsible|name|person|team|role/i)
  const answers = header
    .map((name, index) =>
      /answer|status|yes|response|ready|notes?|comment|go/i.test(name) ? index : -1,
    )
    .filter((index) => index >= 0 && index !== asked && index !== owner)
  return rows.slice(1).flatMap((row) => {
    const text = row.cells[asked]?.text ?? ''
    if (text === '') return []
    const said = owner < 0 ? '' : ownAnswer(row.cells[owner]?.text ?? '')
    const parts = answers.map((index) => row.cells[index]?.text ?? '')
    return [itemOf({ owner: said || null, text }, parts, row.line)]
  })
}
