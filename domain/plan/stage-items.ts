import type { Block, Item } from './blocks.ts'
import { datePattern, datesIn } from './dates.ts'
import { isWithin, type Section } from './outline.ts'
import type { PlanText } from './plan-text.ts'
import { shareIn } from './share.ts'
import type { StageCandidate } from './stage-candidate.ts'
import { isStageLabel } from './stage-label.ts'
import { stageBody } from './stage-sections.ts'

const duration = String.raw`\d+(?:\s*[-–]\s*\d+)?\+?\s*(?:business |full )*(?:hours?|hrs?|days?|weeks?|wks?|months?)`
const cuts = [
  new RegExp(
    String.raw`\s+(?:on|starting|from|by|beginning|between|during|for|week of|the week of|around|~)\s*(?:on |the )?(?:week of )?(?:${datePattern}|❓|tbd\b|\?|${duration})`,
    'iu',
  ),
  new RegExp(String.raw`\s*[-–—,@|]\s*(?:${datePattern}|${duration})`, 'iu'),
  new RegExp(String.raw`\s*[([](?:[^()[\]]{0,20}\b)?(?:${datePattern}|${duration}|tbd)`, 'iu'),
  /\s+\+\s|\s*[;❓]|\s+[–—]\s|\.\s/u,
]

/** Stages that are items of a list: "Stage A: 10% of users on 3/5", "25% of users (1 week)". */
export function stageItems(plan: PlanText): StageCandidate[] {
  const found: StageCandidate[] = []
  for (const section of plan.sections) {
    if (isExcluded(section)) continue
    section.blocks.forEach((block, index) => {
      if (block.kind !== 'item' || isNested(section.blocks, index)) return
      if (/^\[[^\]]*\]\(#/.test(block.raw)) return
      const candidate = readItem(section, block, index)
      if (candidate && !found.some((other) => sameLabel(other, candidate))) found.push(candidate)
    })
  }
  return found
}

const sameLabel = (a: StageCandidate, b: StageCandidate) =>
  a.label.toLowerCase() === b.label.toLowerCase()

function isExcluded(section: Section): boolean {
  return isWithin(
    section,
    'criteria',
    'rollback',
    'validation',
    'uat',
    'results',
    'questions',
    'one_week',
    'one_month',
    'post_launch',
    'guidance',
    'contacts',
    'exceptions',
    'staged_question',
    'stage',
    'decision',
  )
}

/** An item below one that asks for something else ("Submission volume:") is no stage. */
function isNested(blocks: Block[], index: number): boolean {
  const item = blocks[index]
  if (!item || item.indent === 0) return false
  for (let at = index - 1; at >= 0; at--) {
    const above = blocks[at]
    if (!above || above.kind === 'heading') return false
    if (above.indent >= item.indent) continue
    return !/roll ?-?out|stages?\b|phase|launch|release|schedule|dates?/i.test(above.text)
  }
  return false
}

function readItem(section: Section, item: Item, index: number): StageCandidate | null {
  const text = item.pieces.length > 1 ? item.text : item.text
  const label = labelOf(text)
  if (!isStageLabel(label)) return null
  const rest = text.slice(label.length)
  const staged = /^(?:stage|phase|wave|canary|pilot)/i.test(label)
  if (!staged && !isShareStep(section, label, rest)) return null
  const below = childrenOf(section.blocks, index)
  const body = stageBody(below)
  const labelShare = shareIn(label)
  const inRest = labelShare === null ? shareIn(rest) : null
  return {
    label,
    form: 'item',
    line: item.line,
    labelShare: labelShare ?? inRest,
    bodyShare: body.share,
    bodyLine: body.shareLine,
    soak: body.soak ?? new RegExp(duration, 'i').exec(rest)?.[0] ?? null,
    dates: body.dates ?? datesIn(rest),
    authored: true,
  }
}

/** "25% of users (1 week)" in a part on the rollout is a step; "100% of claims are logged" is none. */
function isShareStep(section: Section, label: string, rest: string): boolean {
  const inRollout = isWithin(section, 'rollout', 'production', 'go_live')
  const plain =
    /%(?: ?(?:of|to) (?:all |our |live |the )?(?:users?|veterans?|traffic|eligible|logged|everyone|population|customers?|people|submissions?)\b.{0,30}| ?(?:users?|rollout|release|launch|traffic))?$/i.test(
      label,
    )
  return (
    plain &&
    (inRollout || mentionsStep(label)) &&
    !/^\s*(?:of|have|has|are|is|can|will)\b/i.test(rest)
  )
}

const mentionsStep = (label: string) =>
  /^(?:launch|release|roll|ramp|increase|expand|enable|open)/i.test(label)

function labelOf(text: string): string {
  let end = Math.min(text.length, 160)
  for (const cut of cuts) {
    const match = cut.exec(text)
    if (match && match.index > 2) end = Math.min(end, match.index)
  }
  const colon = /^[^:]{3,}:(?=\s)/.exec(text)?.[0]
  let label = text.slice(0, end)
  if (colon && colon.length < label.length && !shortAfterColon(label.slice(colon.length))) {
    label = colon.slice(0, -1)
  }
  return label.replace(/[\s:,;.–—-]+$/u, '')
}

const shortAfterColon = (rest: string) => rest.trim().split(/\s+/).length <= 8

function childrenOf(blocks: Block[], index: number): Block[] {
  const item = blocks[index]
  const below: Block[] = []
  for (const block of blocks.slice(index + 1, index + 30)) {
    if (!item || block.indent <= item.indent) break
    below.push(block)
  }
  return below
}
