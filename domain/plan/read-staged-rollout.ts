import type { Block } from './blocks.ts'
import { headingKind } from './heading-kind.ts'
import { blocksWithin } from './outline.ts'
import type { PlanText } from './plan-text.ts'
import type { Reading } from './reading.ts'
import type { StageCandidate } from './stage-candidate.ts'
import {
  type Answer,
  isBelowStatement,
  statementAnswers,
  statementIndex,
} from './staging-statements.ts'
import { plansStaging, refusesStaging } from './staging-words.ts'
import { isTemplateSentence, ownSentences, sentencesOf } from './template-text.ts'
import { leadingAnswer } from './yes-no.ts'

/**
 * What the authors answered to "Do I need a staged rollout?". The template's own sentence that one
 * is required unless … is no answer; all three statements answered yes makes it not required, one
 * answered no makes it required. Outside of that part only a plain refusal of staging counts, and
 * only in a plan that has not written stages of its own.
 */
export function readStagedRollout(
  plan: PlanText,
  stages: StageCandidate[],
): Reading['staged_rollout'] {
  const asked = questionBlocks(plan)
  const first = asked[0]
  if (!first) {
    return { required: refusalElsewhere(plan, stages), answers: [null, null, null], line: null }
  }
  const answers = statementAnswers(asked)
  return {
    required: overallAnswer(asked) ?? derived(answers) ?? refusalElsewhere(plan, stages),
    answers,
    line: first.line,
  }
}

/** The question and what stands below it; empty where the plan does not ask. */
export function questionBlocks(plan: PlanText): Block[] {
  const section = plan.sections.find((one) => one.kind === 'staged_question')
  if (section?.heading) return [section.heading, ...blocksWithin(section)]
  return inlineQuestion(plan)
}

function derived(answers: Answer[]): Answer {
  if (answers.every((answer) => answer === true)) return false
  return answers.includes(false) ? true : null
}

/** The question may stand in a line of its own instead of a heading. */
function inlineQuestion(plan: PlanText): Block[] {
  const at = plan.blocks.findIndex((block) => {
    if (block.kind !== 'item' && block.kind !== 'paragraph') return false
    const end = block.text.slice(0, 160).indexOf('?')
    return end > 0 && headingKind(block.text.slice(0, end)) === 'staged_question'
  })
  const block = plan.blocks[at]
  if (!block) return []
  const below: Block[] = []
  for (const next of plan.blocks.slice(at + 1, at + 12)) {
    if (next.kind === 'heading' || (block.kind === 'item' && next.indent <= block.indent)) break
    below.push(next)
  }
  return [block, ...below]
}

/** An answer behind the question ("=> YES"), or own words below it that answer. */
function overallAnswer(blocks: Block[]): Answer {
  const [question, ...below] = blocks
  for (const part of question?.text.split(/\?|=>|->|→|⇒|[-–—]\s|:/u).slice(1) ?? []) {
    const answer = leadingAnswer(part.replace(/^[\s*=>:–—-]+/u, ''))
    if (answer !== null) return answer
  }
  let passing: Answer = null
  for (const [index, block] of below.entries()) {
    if (block.kind === 'row' || block.kind === 'heading' || block.kind === 'code') continue
    if (block.kind === 'item' && block.checked === false) continue
    if (statementIndex(block.text) >= 0 || isBelowStatement(below, index)) continue
    if (/^\W*example\b/i.test(block.text)) continue
    const own = ownWords(block.text).replace(/^answer\s*[:=-]?\s*/i, '')
    const answer = leadingAnswer(own)
    if (answer !== null) return answer
    if (/^(?:not (?:needed|required|necessary|applicable)|n\/a\b|none needed)/i.test(own))
      return false
    passing ??= refusesStaging(own) ? false : plansStaging(own) ? true : null
  }
  return passing
}

/** The template's sentence with its first word turned into "No" is an answer. */
function ownWords(text: string): string {
  const first = sentencesOf(text)[0] ?? ''
  const turned = first.replace(/^\W*no\b/i, 'Yes')
  return turned !== first && isTemplateSentence(turned) ? 'No' : ownSentences(text)
}

function refusalElsewhere(plan: PlanText, stages: StageCandidate[]): Answer {
  const staged = stages.some(
    (stage) => stage.authored && (stage.labelShare ?? stage.bodyShare ?? 100) < 100,
  )
  if (staged) return null
  return refusalOfStaging(plan) ? false : null
}

/** The first line that plainly says that the release is not staged. */
export function refusalOfStaging(plan: PlanText): Block | null {
  for (const block of plan.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue
    if (!refusesStaging(block.text)) continue
    const own = sentencesOf(block.text).filter((sentence) => refusesStaging(sentence))
    if (own.some((sentence) => !isTemplateSentence(sentence))) return block
  }
  return null
}
