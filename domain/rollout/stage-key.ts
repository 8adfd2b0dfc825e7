/** A stage as a plan lists it, with what it is known by across revisions. */
export interface KeyedStage {
  /** Counted from 1, in the plan's order. */
  readonly n: number
  readonly key: string
  readonly label: string
  readonly percentage: number | null
  readonly soak: string | null
  readonly dates: string | null
}

type Listed = Omit<KeyedStage, 'n' | 'key'>

/**
 * The stages of a plan with their keys. A stage is known across revisions by its label and its
 * percentage: case, spacing and punctuation of the label may change, and so may soak, dates and
 * place in the order; another word or another percentage makes another stage, which has no runs
 * yet. Of two that fold to the same key the later is told apart by its number.
 */
export function keyedStages(stages: readonly Listed[]): KeyedStage[] {
  const met = new Map<string, number>()
  return stages.map(({ label, percentage, soak, dates }, index) => {
    const folded = `${foldLabel(label)} ${percentage === null ? '-' : percentage}`
    const count = (met.get(folded) ?? 0) + 1
    met.set(folded, count)
    const key = count === 1 ? folded : `${folded} #${count}`
    return { n: index + 1, key, label, percentage, soak, dates }
  })
}

function foldLabel(label: string): string {
  const words =
    label
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}%]+/gu) ?? []
  return words.join(' ').slice(0, 300)
}

/**
 * The stage that a share of actors reaches: of those with a percentage above 0 the last in the
 * plan's order that is not above the share. Null when none is reached. Stages without a percentage,
 * and those at 0 %, are started by hand.
 */
export function stageReached(stages: readonly KeyedStage[], share: number): KeyedStage | null {
  const reached = stages.filter(({ percentage }) => percentage !== null && percentage > 0)
  const highest = Math.max(
    ...reached.flatMap(({ percentage }) =>
      percentage !== null && percentage <= share ? percentage : [],
    ),
  )
  return reached.findLast(({ percentage }) => percentage === highest) ?? null
}

/** Whether nobody's flip can start this stage, so that a person says when it begins. */
export function startsByHand({ percentage }: Pick<KeyedStage, 'percentage'>): boolean {
  return percentage === null || percentage === 0
}
