import type { Block } from './blocks.ts'
import { fieldOf } from './field.ts'
import { genericKinds } from './heading-kind.ts'
import { labelLevel, type Section } from './outline.ts'
import { hasPlaceholder, isNotApplicable, ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import { isRecord } from './section-name.ts'
import { isTemplateSentence, sentencesOf } from './template-text.ts'

const sample =
  /\b(?:sample|example|template) (?:template|only|below|plan|text|process)\b|\b(?:is|just|below is|following is) (?:just )?an? (?:sample|example|template)\b|does not apply\b|\bneeds? (?:eng|engineering|team|dev)?\w* ?input\b|\bto be (?:updated|determined|replaced)\b/i

/**
 * The author's own words on rolling back, Markdown kept, or null. The template's paragraph and its
 * example are not the author's, nor is what the author declares to be a sample; text copied from
 * another plan is.
 */
export function readRollback(plan: PlanText): { text: string; line: number } | null {
  for (const section of plan.sections) {
    if (section.kind !== 'rollback' || !section.heading) continue
    if (isInside(section)) continue
    const found = fromSection(section)
    if (found) return found
  }
  return fromLabel(plan) ?? fromProse(plan)
}

const isInside = (section: Section): boolean => {
  for (let at = section.parent; at; at = at.parent) if (at.kind === 'rollback') return true
  return false
}

function fromSection(section: Section): { text: string; line: number } | null {
  if (sample.test(section.title) || /\b(?:sample|example)\b/i.test(section.title)) return null
  const glued = /^[^:]{6,50}:\s+(.{6,})$/.exec(section.title)?.[1] ?? ''
  const blocks = rollbackBlocks(section)
  const opening = blocks.find((block) => block.kind !== 'heading' && ownPart(block) !== '')
  if (opening && opening.text.length < 120 && sample.test(opening.text)) return null
  const parts: { text: string; line: number }[] = []
  let real = false
  const left = Math.min(...blocks.map((block) => block.indent), 80)
  for (const block of blocks) {
    const text = ownPart(block)
    if (text === '') continue
    const answer = block.kind === 'heading' ? '' : ownAnswer(block.text)
    if (answer !== '' && !isNotApplicable(answer)) real = true
    parts.push({ text: written(block, text, left), line: block.line })
  }
  if (ownAnswer(glued) !== '' && !isNotApplicable(glued)) {
    real = true
    parts.unshift({ text: glued, line: section.line })
  }
  const first = parts[0]
  if (!real || !first) return null
  return { text: parts.map((part) => part.text).join('\n'), line: first.line }
}

/** Everything below the heading that is not another known part. */
export function rollbackBlocks(section: Section): Block[] {
  const found = [...section.blocks]
  for (const child of section.children) {
    const other = child.kind && !genericKinds.has(child.kind) && child.kind !== 'rollback'
    const label = child.kind === 'stage' && child.level === labelLevel
    if (other && child.kind !== 'criteria' && !label) continue
    if (child.heading) found.push(child.heading)
    found.push(...rollbackBlocks(child))
  }
  return found
}

/** The blocks of a rollback part that hold the author's own words. */
export function ownRollbackBlocks(section: Section): Block[] {
  return rollbackBlocks(section).filter((block) => ownPart(block) !== '')
}

/** A block without the template's sentences; empty when nothing of the author's is left. */
function ownPart(block: Block): string {
  if (block.kind === 'rule') return ''
  if (block.kind === 'row' && /^[\s|:-]*$/.test(block.text)) return ''
  if (/^\W*example:?\W*$/i.test(block.text)) return ''
  const field = fieldOf(block.text)
  if (hasPlaceholder(block.text) && (field?.answer ?? ownAnswer(block.text)) === '') return ''
  const sentences = sentencesOf(block.text)
  const own = sentences.filter((sentence) => !isTemplateSentence(sentence))
  if (own.length === 0) return ''
  return own.length === sentences.length ? block.text : own.join(' ')
}

function written(block: Block, own: string, left: number): string {
  if (own !== block.text) return own
  if (block.kind === 'item')
    return `${' '.repeat(block.indent - left)}${block.ordered ? '1.' : '-'} ${own}`
  return own
}

/** Some plans answer in a line: "Rollback plan: turn the toggle off". */
function fromLabel(plan: PlanText): { text: string; line: number } | null {
  for (const block of plan.blocks) {
    if (block.kind !== 'item' && block.kind !== 'paragraph') continue
    const match =
      /^(?:the |define the |our )?roll ?-?back(?: (?:plan|process|strategy|steps|procedure|criteria))?\s*[:–-]\s*(.{12,})/iu.exec(
        block.text,
      )
    const said = match ? ownAnswer(match[1] ?? '') : ''
    if (said !== '' && !isTemplateSentence(said)) return { text: said, line: block.line }
  }
  return null
}

const trouble =
  /\b(?:if|when|should|in case|in the event)\b[^.!?]{0,120}\b(?:issues?|errors?|problems?|wrong|fail(?:s|ures?)?|spikes?|bugs?|unexpected|critical|outage|incident)\b/i
const off = '(?:turn|toggl|switch|flip|set)(?:e|es|ed|ing|s|p|ps|ped|ping)?'
const retreat = new RegExp(
  String.raw`\broll(?:s|ed|ing)? ?-?back|\brevert(?:s|ed|ing)?\b|\b(?:${off} off|disabl(?:e|es|ed|ing))\b[^.!?]{0,60}\b(?:toggles?|flags?|flippers?|feature)\b|\b(?:toggles?|flags?|flippers?)\b[^.!?]{0,40}\b(?:disabled|off)\b`,
  'i',
)

/** Words on rolling back may stand in any part: "If errors spike, we turn the flag off." */
function fromProse(plan: PlanText): { text: string; line: number } | null {
  for (const block of plan.blocks) {
    if (block.kind !== 'item' && block.kind !== 'paragraph') continue
    if (!retreat.test(block.text) || !trouble.test(block.text)) continue
    const section = plan.sectionOf.get(block)
    if (section && (isRecord(section) || isInside(section) || section.kind === 'rollback')) continue
    const own = sentencesOf(block.text).filter(
      (sentence) =>
        retreat.test(sentence) && trouble.test(sentence) && !isTemplateSentence(sentence),
    )
    if (own.length > 0) return { text: own.join(' '), line: block.line }
  }
  return null
}
