import type { Block } from './blocks.ts'
import { datesIn } from './dates.ts'
import { blocksWithin, isWithin, labelLevel, type Section } from './outline.ts'
import type { PlanText } from './plan-text.ts'
import { shareIn, shareInLabel } from './share.ts'
import { type StageBody, stageBody } from './stage-body.ts'
import type { StageCandidate } from './stage-candidate.ts'

/** Stages that are headings, or bold labels, with their plan below them. */
export function stageSections(plan: PlanText): StageCandidate[] {
  const found = new Map<string, StageCandidate>()
  for (const section of plan.sections) {
    if (section.kind !== 'stage' || !section.heading || isElsewhere(section)) continue
    const label = nameOf(section)
    const body = stageBody(plannedBlocks(section))
    const named = shareIn(label) !== null || telling.test(label)
    if (!named && body.share === null && body.fields === 0) continue
    if (!found.has(label.toLowerCase())) found.set(label.toLowerCase(), candidate(section, body))
  }
  return found.size > 0 ? [...found.values()] : wholeRollouts(plan)
}

const telling = /canary|^stage\b|pilot|facilit|users|full|limited/i

/** A part such as "Phase II: Production release" that asks for its share is itself the one stage. */
function wholeRollouts(plan: PlanText): StageCandidate[] {
  return plan.sections.flatMap((section) => {
    const numbered = /^(?:phase|stage)\b/i.test(section.title)
    if (section.kind !== 'rollout' || !numbered || section.isTitle) return []
    const body = stageBody(plannedBlocks(section))
    return body.shareAsked ? [candidate(section, body)] : []
  })
}

function candidate(section: Section, body: StageBody): StageCandidate {
  const label = nameOf(section)
  return {
    label,
    form: 'section',
    line: section.line,
    labelShare: shareInLabel(label),
    bodyShare: body.share,
    bodyLine: body.shareLine,
    soak: body.soak,
    dates: body.dates ?? datesIn(label),
    authored: body.authored,
  }
}

const nameOf = (section: Section) => section.title.replace(/\s*[:：]$/u, '')

/** A bold stage name inside a part on something else speaks of the stage, it is none. */
function isElsewhere({ level, parent }: Section): boolean {
  if (level !== labelLevel || !parent) return false
  return isWithin(parent, 'rollback', 'uat', 'results', 'contacts')
}

/** The planning part of a stage: what was recorded afterwards is left out. */
export function plannedBlocks(section: Section): Block[] {
  const children = section.children.filter((child) => child.kind !== 'results')
  return blocksWithin({ ...section, children })
}
