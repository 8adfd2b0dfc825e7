import type { Block } from './blocks.ts'
import { fieldOf } from './field.ts'
import { foldText } from './inline-text.ts'
import { keywordsOf } from './keywords.ts'
import { hasPlaceholder, ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import { isRecord, type SectionName, sectionNameOf } from './section-name.ts'
import { ownSentences } from './template-text.ts'

/** Prompts whose answers are recorded after the fact, wherever they stand. */
const recorded =
  /^(?:number of (?:unique )?users|number of bugs|metrics at this stage|was (?:any|the)|types of errors|(?:any|what) (?:ux )?changes|any issues|if yes|results?|actual|post-?launch kpi \d+ actual)/i

/**
 * Each section's own words, a string a block, in the form in which they are compared: without
 * what the template brought, what is still unanswered, and what only records how it went.
 */
export function sectionWords(plan: PlanText): Record<SectionName, string[]> {
  const words: Record<SectionName, string[]> = {
    toggles: [],
    validation: [],
    staged_rollout: [],
    rollback: [],
    uat: [],
    stages: [],
    contacts: [],
    post_launch: [],
  }
  const headers = new Map<number, string[]>()
  for (const block of plan.blocks) {
    if (block.kind === 'row' && block.header)
      headers.set(
        block.table,
        block.cells.map((cell) => cell.text),
      )
    const section = plan.sectionOf.get(block)
    const name = section ? sectionNameOf(section) : null
    if (!section || !name || isRecord(section)) continue
    if (section.heading === block && (section.kind !== null || block.kind !== 'heading')) continue
    const header = block.kind === 'row' ? (headers.get(block.table) ?? []) : []
    const said = meaning(wordsOfBlock(block, header))
    if (said !== '') words[name].push(said)
  }
  return words
}

/** Words in one form for one meaning: case, quotes, dashes, spacing and punctuation do not matter. */
export function meaning(text: string): string {
  const planned = text.replace(/\(actual[^)]{0,80}\)/gi, ' ').toWellFormed()
  return (
    foldText(planned).match(/[\p{L}\p{N}]+(?:[.,/:_-][\p{L}\p{N}]+)*|[%<>≤≥=+~$#?]/gu) ?? []
  ).join(' ')
}

function wordsOfBlock(block: Block, header: string[]): string {
  if (block.kind === 'rule') return ''
  if (block.kind === 'code') return block.text
  if (block.kind === 'row') {
    if (block.header) return ''
    return block.cells
      .filter((_, index) => !/\bactual\b|\bresults?\b|\bstatus\b/i.test(header[index] ?? ''))
      .map((cell) => ownAnswer(cell.text))
      .join(' ')
  }
  const field = fieldOf(block.text)
  if (!field) return hasPlaceholder(block.text) ? ownAnswer(block.text) : ownSentences(block.text)
  if (recorded.test(field.prompt) || keywordsOf(field.prompt).includes('actual')) return ''
  if (field.known) return field.answer === '' ? '' : `${field.prompt} ${field.answer}`
  return ownSentences(block.text)
}
