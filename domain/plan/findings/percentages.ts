import type { Finding } from '../reading.ts'
import type { StageCandidate } from '../stage-candidate.ts'
import type { Evidence } from './evidence.ts'
import { makeFinding, quoted } from './make-finding.ts'

const code = 'percentages_contradict'

/** A stage whose name and body give different shares, or an overview row that gives a third. */
export function clashingPercentages({ stages, otherStages, reading }: Evidence): Finding[] {
  return stages.flatMap((stage, index) => {
    const taken = reading.stages[index]?.percentage ?? null
    const found: Finding[] = []
    const { labelShare, bodyShare } = stage
    if (labelShare !== null && bodyShare !== null && labelShare !== bodyShare) {
      found.push(
        makeFinding(
          code,
          stage.bodyLine,
          [stage.label, String(labelShare), String(bodyShare)],
          `${quoted(stage.label)} says ${labelShare} % in its name and ${bodyShare} % below it. The rest of the plan fits ${taken} %. Correct the one that is wrong.`,
        ),
      )
    }
    const row = otherStages.find((other) => other.form === 'row' && isSameStep(other, stage))
    const shown = row ? (row.bodyShare ?? row.labelShare) : null
    if (row && shown !== null && taken !== null && shown !== taken) {
      found.push(
        makeFinding(
          code,
          row.line,
          [row.label, stage.label, String(shown), String(taken)],
          `The overview gives ${quoted(row.label)} ${shown} %, its own section ${taken} %. Make the two agree.`,
        ),
      )
    }
    return found
  })
}

/** Stages must let in more and more; a plan that starts over after 100 % is a second rollout. */
export function stagesGoingBackwards({ stages, reading }: Evidence): Finding[] {
  let before: { label: string; share: number } | null = null
  return reading.stages.flatMap((stage, index) => {
    const share = stage.percentage
    const clash = stages[index]?.labelShare !== null && stages[index]?.bodyShare !== null
    const disputed = clash && stages[index]?.labelShare !== stages[index]?.bodyShare
    if (share === null || disputed) return []
    const last = before
    before = { label: stage.label, share }
    if (!last || last.share >= 100 || share >= last.share) return []
    return [
      makeFinding(
        'stages_go_backwards',
        stage.line,
        [last.label, stage.label],
        `${quoted(stage.label)} reaches ${share} % after ${quoted(last.label)} reached ${last.share} %. Put the stages in rising order, or correct a percentage.`,
      ),
    ]
  })
}

/** "Phase 2" in the overview and "Phase 2" as a section; never "Phase 2" and "Stage B". */
function isSameStep(a: StageCandidate, b: StageCandidate): boolean {
  const name = stepName(a.label)
  return name !== null && name === stepName(b.label)
}

const stepName = (label: string) =>
  /^(?:stage|phase|wave|step) ?#?\w{1,3}(?!\w)/i.exec(label)?.[0].toLowerCase() ?? null
