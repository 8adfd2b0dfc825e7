import type { Block } from './blocks.ts'
import { datesIn, mentionsDate } from './dates.ts'
import { plainText } from './inline-text.ts'
import { isWithin, type Section } from './outline.ts'
import type { Piece } from './pieces.ts'
import type { PlanText } from './plan-text.ts'
import { shareIn, shareInLabel } from './share.ts'
import { stageBody } from './stage-body.ts'
import type { StageCandidate } from './stage-candidate.ts'
import { isStageLabel, withoutPicture } from './stage-label.ts'
import { durationIn, stageLine } from './stage-line.ts'

/** Stages that are lines of a list or paragraph: "Stage A: 10% of users on 3/5", "25% (1 week)". */
export function stageItems(plan: PlanText): StageCandidate[] {
  const found = new Map<string, StageCandidate>()
  for (const section of plan.sections) {
    if (isExcluded(section)) continue
    section.blocks.forEach((block, index) => {
      if (block.kind !== 'item' && block.kind !== 'paragraph') return
      if (isNested(section.blocks, index) || /^\[[^\]]*\]\(#/.test(block.raw)) return
      const pieces = block.kind === 'paragraph' ? block.pieces : wholeItem(block)
      pieces.forEach((piece, at) => {
        const below = at === pieces.length - 1 ? belowOf(section.blocks, index) : []
        const stage = readLine(section, piece, below, block.kind === 'item')
        const key = stage?.label.toLowerCase() ?? ''
        if (stage && !found.has(key)) found.set(key, stage)
      })
    })
  }
  return [...found.values()]
}

function wholeItem(block: Block): Piece[] {
  return [{ raw: block.raw, line: block.line, from: block.from, to: block.to }]
}

function isExcluded(section: Section): boolean {
  return isWithin(
    section,
    'criteria',
    'rollback',
    'validation',
    'uat',
    'results',
    'questions',
    'check_ins',
    'one_week',
    'one_month',
    'post_launch',
    'guidance',
    'contacts',
    'contents',
    'exceptions',
    'stage',
    'decision',
    'toggles',
  )
}

/** An item below one that asks for something else ("Submission volume:") is no stage. */
function isNested(blocks: Block[], index: number): boolean {
  const item = blocks[index]
  if (!item || item.indent === 0) return false
  for (let at = index - 1; at >= 0 && at > index - 40; at--) {
    const above = blocks[at]
    if (!above || above.indent >= item.indent) continue
    if (isStageLabel(stageLine(above.raw, above.text).label)) return true
    return !/roll ?-?out|stages?\b|phase|launch|release|schedule|dates?/i.test(above.text)
  }
  return false
}

function readLine(
  section: Section,
  piece: Piece,
  below: Block[],
  listed: boolean,
): StageCandidate | null {
  const text = plainText(piece.raw)
  const { label: name, rest } = stageLine(piece.raw, text)
  if (!isStageLabel(name) || isSequence(name)) return null
  const label = withoutPicture(name)
  const numbered = /^(?:stage|phase|wave)\b/i.test(label)
  const strong = numbered || (listed && /^(?:canary|pilot|beta)/i.test(label))
  if (!strong && !isShareStep(section, label, rest, listed)) return null
  if (!listed && !/^\W|^$/.test(rest)) return null
  const body = stageBody(below)
  const labelShare = shareInLabel(label) ?? shareIn(rest)
  if (numbered && labelShare === null && !isWithin(section, 'rollout', 'production', 'go_live')) {
    if (body.share === null && body.fields === 0) return null
  }
  return {
    label: name,
    form: 'item',
    line: piece.line,
    labelShare,
    bodyShare: body.share,
    bodyLine: body.shareLine,
    soak: body.soak ?? durationIn(rest),
    dates: body.dates ?? datesIn(rest),
    authored: true,
  }
}

/** "10% → 50% → 100%" is several steps in one line. */
const isSequence = (label: string) =>
  (label.match(/%/g) ?? []).length > 1 && /→|->|=>|\bthen\b|followed by/.test(label)

const people =
  '(?:users?|veterans?|traffic|eligible|logged|everyone|population|customers?|people|submissions?)'
const plainShare = new RegExp(
  String.raw`%(?: ?(?:of|to) (?:all |our |live |the )?${people}\b.{0,30}| ?(?:${people}|rollout|release|launch))?$`,
  'i',
)

/** "25% of users (1 week)" in a part on the rollout is a step; "100% of claims are logged" is none. */
function isShareStep(section: Section, label: string, rest: string, listed: boolean): boolean {
  const here = isWithin(section, 'rollout', 'production', 'go_live')
  const moves = /^(?:launch|release|roll|ramp|increase|expand|enable|open)/i.test(label)
  const goesOn =
    /^\s*(?:of|have|has|are|is|can|will|with)\b/i.test(rest) ||
    (/^\s*on\b/.test(rest) &&
      !mentionsDate(rest.slice(0, 40)) &&
      !/^\s*on (?:mon|tue|wed|thu|fri|sat|sun)/i.test(rest) &&
      !/❓|\?|tbd/i.test(rest))
  return (plainShare.test(label) || !/%/.test(label)) && (here || (moves && listed)) && !goesOn
}

/** The blocks that belong to a line: what is indented below an item, the list below a paragraph. */
function belowOf(blocks: Block[], index: number): Block[] {
  const line = blocks[index]
  const below: Block[] = []
  for (const block of blocks.slice(index + 1, index + 30)) {
    if (!line || block.kind === 'heading') break
    if (line.kind === 'item' ? block.indent <= line.indent : block.kind !== 'item') break
    below.push(block)
  }
  return below
}
