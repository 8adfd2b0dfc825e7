import type { CheckInState, PlanStage, Reading } from './reading.ts'
import { type RecordedResult, recordedResults } from './recorded-results.ts'

/** One planned stage beside what the document records of it. */
export interface StageOutcome extends PlanStage {
  /** The Markdown of its results, null where the team wrote none. */
  readonly results: string | null
}

/** A look after launch as the document has it. */
export interface CheckInOutcome {
  readonly check_in: 'one_week' | 'one_month'
  readonly state: CheckInState
  readonly line: number | null
  /** The Markdown below its heading, null where nothing was answered or it has no heading. */
  readonly text: string | null
}

/** What a plan's text says came of it. */
export interface Outcomes {
  readonly stages: StageOutcome[]
  /** Results that belong to no stage, such as those of testing, and answers after launch. */
  readonly other: {
    readonly heading: string
    readonly line: number
    readonly text: string
  }[]
  readonly check_ins: CheckInOutcome[]
}

/**
 * A plan's stages with their results, its check-ins, and what else it records, from its text and
 * what was read of it. What is still the template's is no result.
 */
export function outcomesOf(text: string, reading: Reading): Outcomes {
  const recorded = recordedResults(text).filter(({ answered }) => answered)
  const results = recorded.filter(({ kind }) => kind === 'results')
  const byLine = linesOf(results)
  const ofStage = ({ line }: PlanStage) => byLine.get(line)
  const placed = new Set(reading.stages.map(ofStage))
  const loose = recorded.filter(
    (one) => one.kind === 'questions' || (one.kind === 'results' && !placed.has(one)),
  )
  return {
    stages: reading.stages.map((stage) => ({ ...stage, results: ofStage(stage)?.source ?? null })),
    other: loose.map(({ heading, lines, source }) => ({ heading, line: lines[0], text: source })),
    check_ins: (['one_week', 'one_month'] as const).map((check_in) => ({
      check_in,
      state: reading.check_ins[check_in],
      line: reading.check_in_lines[check_in],
      text: textOf(recorded, check_in),
    })),
  }
}

/** The result that each line belongs to: no line is looked at twice, however a text is made. */
function linesOf(results: readonly RecordedResult[]): Map<number, RecordedResult> {
  const byLine = new Map<number, RecordedResult>()
  let next = 1
  for (const result of results) {
    const [first, last] = result.lines
    for (let line = Math.max(first, next); line <= last; line += 1) byLine.set(line, result)
    next = last + 1
  }
  return byLine
}

function textOf(recorded: readonly RecordedResult[], kind: RecordedResult['kind']): string | null {
  const parts = recorded.filter((one) => one.kind === kind).map(({ source }) => source)
  return parts.length === 0 ? null : parts.join('\n\n')
}
