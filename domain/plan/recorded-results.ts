import type { Block } from './blocks.ts'
import { blocksWithin, type Section } from './outline.ts'
import { type PlanText, planText } from './plan-text.ts'
import { hasOwnWords } from './read-check-ins.ts'

const KINDS = ['results', 'check_ins', 'one_week', 'one_month', 'questions'] as const

/** What a plan records of what came of it, under one heading, in the words that stand there. */
export interface RecordedResult {
  readonly kind: (typeof KINDS)[number]
  /** The heading that it stands below: the stage's for results, its own otherwise. */
  readonly heading: string
  /** The line of that heading and the last line of what is recorded, 1-based. */
  readonly lines: readonly [number, number]
  /** The Markdown as it stands. */
  readonly source: string
  /** Whether the team wrote anything there that the template does not say. */
  readonly answered: boolean
}

/**
 * The parts of a plan that record what came: results of stages and of testing, the check-ins and
 * the questions after launch, in the document's order. Total: any text is fine.
 */
export function recordedResults(text: string): RecordedResult[] {
  const plan = planText(text)
  const stretches = stretchesOf(plan)
  return plan.sections.flatMap((section) => {
    const kind = KINDS.find((known) => known === section.kind)
    const isInside = KINDS.some((known) => known === section.parent?.kind)
    const stretch = stretches.get(section)
    if (!kind || isInside || !stretch) return []
    const heading = kind === 'results' && section.parent?.heading ? section.parent : section
    return [
      {
        kind,
        heading: heading.title,
        lines: [heading.line, stretch.last.lastLine] as const,
        source: plan.source.slice(stretch.first.from, stretch.last.to),
        answered: hasOwnWords(blocksWithin(section)),
      },
    ]
  })
}

/** The first and the last block below each heading, up to the next that is not below it. */
function stretchesOf(plan: PlanText): Map<Section, { first: Block; last: Block }> {
  const stretches = new Map<Section, { first: Block; last: Block }>()
  for (const block of plan.blocks) {
    const own = plan.sectionOf.get(block) ?? null
    const from = own?.heading === block ? own.parent : own
    for (let at = from; at; at = at.parent) {
      const stretch = stretches.get(at)
      if (stretch) stretch.last = block
      else stretches.set(at, { first: block, last: block })
    }
  }
  return stretches
}
