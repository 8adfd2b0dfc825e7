import type { Block } from './blocks.ts'
import { headingKind } from './heading-kind.ts'
import { wordsOf } from './inline-text.ts'
import { blocksWithin } from './outline.ts'
import type { PlanText } from './plan-text.ts'
import type { Reading } from './reading.ts'
import type { StageCandidate } from './stage-candidate.ts'
import { isTemplateSentence, ownSentences, sentencesOf } from './template-text.ts'

type Answer = boolean | null
type StagedRollout = Reading['staged_rollout']

/** The three statements of the template, each by the words that no rewording leaves out. */
const statements: [RegExp, RegExp][] = [
  [/\b(?:add|introduce)s?\b/, /\bfunctionality\b/],
  [/\b(?:impact|affect|change)s?\b/, /\b(?:user )?flows?\b/],
  [/\b(?:affect|impact|increase|change)s?\b/, /\btraffic\b|\bbackend services\b/],
]

const declined =
  /\b(?:impractical|not (?:possible|feasible|needed|required|necessary|planned|practical|applicable|doing|going)|no need|won'?t|will not|cannot|can'?t|(?:do|does) ?n[o']t (?:need|require|plan|have)|instead of|rather than|skip(?:ping)?|without|no)\b[^.!?]{0,60}\b(?:phased|staged|canary|incremental|gradual|staggered)\b[^.!?]{0,25}\b(?:roll-? ?out|release|launch)|\b(?:phased|staged|incremental|gradual|staggered)\b[^.!?]{0,25}\b(?:roll-? ?out|release|launch)\b[^.!?]{0,20}\b(?:is|are|was)? ?(?:impractical|not (?:needed|required|necessary|possible|feasible|planned|applicable)|n\/a)/i
const affirmed =
  /\b(?:we|this|it|team|feature|release)\b[^.!?]{0,30}\b(?:will|need|needs|plan|requires?|going to|doing|do)\b[^.!?]{0,40}\b(?:staged|phased|incremental|gradual|staggered)\b[^.!?]{0,25}\b(?:roll-? ?out|release|launch)|\b(?:staged|phased) (?:roll-? ?out|release) (?:is|will be) (?:needed|required|used|planned|necessary)/i

/**
 * What the authors answered to "Do I need a staged rollout?". The template's own sentence that one
 * is required unless … is no answer; all three statements answered yes makes it not required, one
 * answered no makes it required. Outside of that part only a plain refusal of staging counts, and
 * only in a plan that has not written stages of its own.
 */
export function readStagedRollout(plan: PlanText, stages: StageCandidate[]): StagedRollout {
  const section = plan.sections.find((one) => one.kind === 'staged_question')
  const asked = section
    ? [section.heading, ...blocksWithin(section)].filter((b) => b !== null)
    : inlineQuestion(plan)
  const first = asked[0]
  if (!first) {
    return { required: refusalElsewhere(plan, stages), answers: [null, null, null], line: null }
  }
  const answers = statementAnswers(asked)
  const said = overallAnswer(asked)
  let required = said
  if (required === null && answers.every((answer) => answer === true)) required = false
  if (required === null && answers.includes(false)) required = true
  if (required === null) required = refusalElsewhere(plan, stages)
  return { required, answers, line: first.line }
}

/** The question may stand in a line of its own instead of a heading. */
function inlineQuestion(plan: PlanText): Block[] {
  const at = plan.blocks.findIndex(
    (block) =>
      (block.kind === 'item' || block.kind === 'paragraph') &&
      block.text.length < 160 &&
      /\?/.test(block.text) &&
      headingKind(block.text.slice(0, block.text.indexOf('?'))) === 'staged_question',
  )
  const block = plan.blocks[at]
  if (!block) return []
  const below: Block[] = []
  for (const next of plan.blocks.slice(at + 1, at + 12)) {
    if (next.kind === 'heading' || (block.kind === 'item' && next.indent <= block.indent)) break
    below.push(next)
  }
  return [block, ...below]
}

function statementIndex(text: string): number {
  const folded = wordsOf(text).join(' ')
  if (folded.length > 400 || !/\b(?:not|doesnt|no)\b/.test(folded)) return -1
  return statements.findIndex(([verb, thing]) => verb.test(folded) && thing.test(folded))
}

function statementAnswers(blocks: Block[]): [Answer, Answer, Answer] {
  const answers: [Answer, Answer, Answer] = [null, null, null]
  const boxes = blocks.filter(
    (b) => b.kind === 'item' && statementIndex(b.text) >= 0 && b.checked !== null,
  )
  const ticked = boxes.some((b) => b.kind === 'item' && b.checked)
  blocks.forEach((block, index) => {
    if (block.kind === 'heading' || block.kind === 'rule') return
    const cells = block.kind === 'row' ? block.cells.map((cell) => cell.text) : null
    const text = cells ? (cells[0] ?? '') : block.text
    const n = statementIndex(text)
    if (n !== 0 && n !== 1 && n !== 2) return
    const given = cells
      ? cells
          .slice(1)
          .map(leadingAnswer)
          .find((answer) => answer !== null)
      : (answerAround(text) ?? answerBelow(blocks, index))
    const box = block.kind === 'item' && ticked ? (block.checked === true ? true : null) : null
    answers[n] = given ?? box
  })
  return answers
}

/** Before the statement ("Yes - this change …"), or after it ("… services **Yes**"). */
function answerAround(text: string): Answer {
  const before = /^(yes|no|true|false|✅|❌|✔|y|n)\s*[-–—:,)|.]*\s+(?=this|the|it|does|we)/iu.exec(
    text,
  )
  if (before) return leadingAnswer(before[1] ?? '')
  const end =
    /\b(?:va\.gov|functionality|tasks?|flows?|backend services|services|traffic)\b(?![\s\S]*\b(?:va\.gov|functionality|tasks?|flows?|backend services|services|traffic)\b(?=[^a-z]*(?:yes|no|true|false|✅|❌|n\/a)))/iu.exec(
      text,
    )
  const tail = text.slice(end ? end.index : 0)
  const after = /(?:^|[\s:;,.?=>–—()|[\]-])(yes|no|true|false|✅|❌)(?![\p{L}])/iu.exec(
    tail.replace(/^\S+/, ' '),
  )
  return after ? leadingAnswer(after[1] ?? '') : null
}

/** In a nested list: "Yes", or a pair of boxes of which one is ticked. */
function answerBelow(blocks: Block[], index: number): Answer {
  const statement = blocks[index]
  if (!statement) return null
  const below: Block[] = []
  for (const block of blocks.slice(index + 1, index + 4)) {
    if (block.kind === 'heading' || statementIndex(block.text) >= 0) break
    if (block.indent <= statement.indent && statement.kind === 'item' && block.kind === 'item')
      break
    below.push(block)
  }
  const boxed = below.filter((block) => block.kind === 'item' && block.checked !== null)
  const said = boxed.length > 0 ? boxed.filter((b) => b.kind === 'item' && b.checked) : below
  for (const block of said) {
    if (/^example/i.test(block.text)) continue
    const answer = leadingAnswer(block.text.replace(/^answer\s*:?\s*/i, ''))
    if (answer !== null) return answer
  }
  return null
}

function leadingAnswer(text: string): Answer {
  if (
    /^\W*(?:yes|yep|yeah|true|y)(?![\p{L}/'])(?! ?\/ ?no\b)/iu.test(text) ||
    /^\s*[✅✔👍☑]/u.test(text)
  )
    return true
  if (/^\W*(?:no|nope|false|n)(?![\p{L}/'])/iu.test(text) || /^\s*[❌👎✖]/u.test(text)) return false
  return null
}

/** An answer behind the heading's question ("=> YES"), or own words below it that answer. */
function overallAnswer(blocks: Block[]): Answer {
  const [first, ...below] = blocks
  const glued = first?.text.split(/\?|=>|->|→|⇒|[-–—]\s|:/u).slice(1) ?? []
  for (const part of glued) {
    const answer = leadingAnswer(part.replace(/^[\s*=>:–—-]+/u, ''))
    if (answer !== null) return answer
  }
  let passing: Answer = null
  for (const [index, block] of below.entries()) {
    if (block.kind === 'row' || block.kind === 'heading' || block.kind === 'code') continue
    if (statementIndex(block.text) >= 0 || isBelowStatement(below, index)) continue
    if (/^\W*example\b/i.test(block.text)) continue
    if (block.kind === 'item' && block.checked === false) continue
    const own = ownWords(block.text)
    if (own === '' || /^(?:yes|no) ?\/ ?(?:yes|no)\b/i.test(own)) continue
    const answer = leadingAnswer(own.replace(/^answer\s*[:=-]?\s*/i, '')) ?? notNeeded(own)
    if (answer !== null) return answer
    passing ??= declined.test(own) ? false : affirmed.test(own) ? true : null
  }
  return passing
}

function notNeeded(own: string): Answer {
  return /^(?:not (?:needed|required|necessary|applicable)|n\/a\b|none needed)/i.test(own)
    ? false
    : null
}

/** The template's sentence with its first word turned into "No" is an answer. */
function ownWords(text: string): string {
  const first = sentencesOf(text)[0] ?? ''
  if (/^\W*no\b/i.test(first) && isTemplateSentence(first.replace(/^\W*no\b/i, 'Yes'))) return 'No'
  return ownSentences(text)
}

function isBelowStatement(blocks: Block[], index: number): boolean {
  const block = blocks[index]
  if (!block || block.indent === 0) return false
  for (let at = index - 1; at >= 0; at--) {
    const above = blocks[at]
    if (above && above.indent < block.indent) return statementIndex(above.text) >= 0
  }
  return false
}

function refusalElsewhere(plan: PlanText, stages: StageCandidate[]): Answer {
  if (stages.some((stage) => stage.authored && (stage.labelShare ?? stage.bodyShare ?? 100) < 100))
    return null
  for (const block of plan.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue
    if (!declined.test(block.text)) continue
    for (const sentence of sentencesOf(block.text)) {
      if (declined.test(sentence) && !isTemplateSentence(sentence) && !/\?\s*$/.test(sentence))
        return false
    }
  }
  return null
}
