import { isWithin } from './outline.ts'
import type { PlanText } from './plan-text.ts'
import { shareIn } from './share.ts'
import type { StageCandidate } from './stage-candidate.ts'
import { isStageLabel } from './stage-label.ts'
import { isTemplateSentence } from './template-text.ts'

/** "Stages: 10% → 50%" says by itself what it is, wherever it stands. */
const announced =
  /^(?:planned |roll-?out )?(?:stages|phases|roll-?out(?: (?:plan|stages|steps))?)\s*:/i
const step = /\s*(?:,?\s+(?:and )?then\s+|,?\s+followed by\s+|\s*(?:→|->|=>|⇒|➔|➡️?)\s*)/iu

/** Stages in one line, as in "small % release, then 100% to all users" or "10% → 50% → 100%". */
export function stageProse(plan: PlanText): StageCandidate[] {
  for (const block of plan.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue
    const section = plan.sectionOf.get(block)
    const here = section && isWithin(section, 'rollout', 'production', 'go_live', 'staged_question')
    if (!here && !announced.test(block.text)) continue
    if (block.text.length > 240 || !block.text.includes('%') || isTemplateSentence(block.text))
      continue
    const parts = block.text
      .replace(/^[^:%]{0,60}:\s+/, '')
      .split(step)
      .map((part) => part.trim().replace(/[.,;]$/, ''))
    const fit =
      parts.filter((part) => part.includes('%')).length > 1 &&
      parts.every((part) => isShare(part) || isStageLabel(part))
    if (!fit) continue
    return parts.map((label) => ({
      label,
      form: 'prose' as const,
      line: block.line,
      labelShare: shareIn(label),
      bodyShare: null,
      bodyLine: block.line,
      soak: null,
      dates: null,
      authored: true,
    }))
  }
  return []
}

const isShare = (part: string) => part.includes('%') && part.split(/\s+/).length <= 9
