import type { PlanText } from './plan-text.ts'
import type { PlanStage } from './reading.ts'
import type { StageCandidate } from './stage-candidate.ts'
import { stageItems } from './stage-items.ts'
import { stageProse } from './stage-prose.ts'
import { stageRows } from './stage-rows.ts'
import { stageSections } from './stage-sections.ts'

/**
 * Every place that describes a stage, the places that count first: sections of their own are the
 * stages where there are any, else lists or tables, whichever says more, else a sentence.
 */
export function stageCandidates(plan: PlanText): {
  stages: StageCandidate[]
  others: StageCandidate[]
} {
  const forms = [stageSections(plan), stageItems(plan), stageRows(plan)]
  const all = forms.flat()
  const weight = (stages: StageCandidate[]) =>
    stages.filter((stage) => (stage.labelShare ?? stage.bodyShare) !== null).length
  const [sections = [], items = [], rows = []] = forms
  const listed = weight(rows) > weight(items) ? rows : items.length > 0 ? items : rows
  let stages = sections
  if (
    sections.length === 0 ||
    (sections.length === 1 && weight(sections) === 0 && weight(listed) > 1)
  ) {
    stages = listed
  }
  if (stages.length === 0) stages = stageProse(plan)
  return { stages, others: all.filter((stage) => !stages.includes(stage)) }
}

/** The planned stages in order, each with the share of users that the plan as a whole supports. */
export function readStages(plan: PlanText, candidates = stageCandidates(plan)): PlanStage[] {
  const shares = settledShares(candidates.stages, candidates.others)
  return candidates.stages.map((stage, index) => ({
    label: stage.label,
    percentage: shares[index] ?? null,
    soak: stage.soak,
    dates: stage.dates,
    line: stage.line,
  }))
}

/**
 * Where label and body disagree: what an overview of the same stage says, else 100 for the last
 * stage, else the one that keeps the stages rising, else the body, which is nearer to the author.
 */
function settledShares(stages: StageCandidate[], others: StageCandidate[]): (number | null)[] {
  const settled: (number | null)[] = []
  stages.forEach((stage, index) => {
    const { labelShare, bodyShare } = stage
    if (labelShare === null || bodyShare === null || labelShare === bodyShare) {
      settled.push(bodyShare ?? labelShare)
      return
    }
    const choices = [labelShare, bodyShare]
    const said = others.find((other) => sameStage(other.label, stage.label))
    const seen = said?.bodyShare ?? said?.labelShare ?? null
    if (seen !== null && choices.includes(seen)) {
      settled.push(seen)
      return
    }
    if (index === stages.length - 1 && choices.includes(100)) {
      settled.push(100)
      return
    }
    const before = settled.findLast((share) => share !== null) ?? -1
    const after = sureShare(stages.slice(index + 1))
    const fits = choices.filter((share) => share > before && share < after)
    settled.push(fits.length === 1 ? (fits[0] ?? bodyShare) : bodyShare)
  })
  return settled
}

/** The first share in the stages that follow on which label and body agree. */
function sureShare(stages: StageCandidate[]): number {
  for (const { labelShare, bodyShare } of stages) {
    if (labelShare !== null && bodyShare !== null && labelShare !== bodyShare) continue
    const share = labelShare ?? bodyShare
    if (share !== null) return share
  }
  return 101
}

const ordinalOf = (label: string) =>
  /^(?:stage|phase|wave|step)\s*#?(\w{1,4})/i.exec(label)?.[1]?.toLowerCase() ?? ''

function sameStage(a: string, b: string): boolean {
  const ordinal = ordinalOf(a)
  if (ordinal !== '' && ordinal === ordinalOf(b)) return true
  return /\bcanary\b/i.test(a) && /\bcanary\b/i.test(b)
}
