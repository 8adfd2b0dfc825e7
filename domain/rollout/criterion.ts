import { z } from 'zod'

export const COMPARATORS = ['>=', '<=', '<', '>', '=', 'within'] as const
export const VERDICTS = ['met', 'not_met', 'inconclusive'] as const

export type Comparator = (typeof COMPARATORS)[number]
/** Whether a metric held: inconclusive where nobody knows what it came to. */
export type Verdict = (typeof VERDICTS)[number]

const figure = z.number('is a number.').min(-1e12, 'is too small.').max(1e12, 'is too large.')

/** What is to be seen at a stage: a name and the figure that it is held to. */
export const criterionShape = {
  name: z.string('is a text.').trim().min(1, 'must not be empty.').max(200, 'is 200 long at most.'),
  comparator: z.enum(COMPARATORS, `is one of ${COMPARATORS.join(', ')}.`),
  threshold: figure,
  /** The upper end, for `within` alone; the lower is `threshold`. */
  threshold_to: figure.nullable().default(null),
  unit: z.string('is a text.').trim().max(40, 'is 40 characters long at most.').default(''),
} as const

/** A metric as it came out: `actual` in the criterion's unit, null when it is not known. */
export const metricSchema = z
  .strictObject({
    ...criterionShape,
    actual: figure.nullable().default(null),
    link: z
      .url({ protocol: /^https?$/, error: 'is an address that begins with http.' })
      .max(2000)
      .nullable()
      .default(null),
  })
  .refine(
    ({ comparator, threshold, threshold_to }) =>
      comparator === 'within'
        ? threshold_to !== null && threshold_to >= threshold
        : threshold_to === null,
    {
      path: ['threshold_to'],
      error: 'is the upper end of `within`, not below `threshold`, and stands with no other.',
    },
  )

export type Metric = z.output<typeof metricSchema>
export type Criterion = Pick<Metric, keyof typeof criterionShape>

/** Whether a metric meets its criterion; `within` includes both ends. */
export function verdictOf(metric: Omit<Metric, 'link' | 'name' | 'unit'>): Verdict {
  const { actual, comparator, threshold, threshold_to: upper } = metric
  if (actual === null) return 'inconclusive'
  return holds(actual, comparator, threshold, upper ?? threshold) ? 'met' : 'not_met'
}

function holds(actual: number, comparator: Comparator, low: number, high: number): boolean {
  switch (comparator) {
    case '>=':
      return actual >= low
    case '<=':
      return actual <= low
    case '<':
      return actual < low
    case '>':
      return actual > low
    case '=':
      return actual === low
    case 'within':
      return actual >= low && actual <= high
  }
}

const SIGNS: Record<Comparator, string> = {
  '>=': '≥',
  '<=': '≤',
  '<': '<',
  '>': '>',
  '=': '=',
  within: '',
}

/** "< 1 %", "10 to 20 calls": what a criterion asks for, without its name. */
export function criterionWords({ comparator, threshold, threshold_to, unit }: Criterion): string {
  const figures =
    comparator === 'within'
      ? `${threshold} to ${threshold_to ?? threshold}`
      : `${SIGNS[comparator]} ${threshold}`
  return unit === '' ? figures : `${figures} ${unit}`
}

/** A criterion's name as it is compared: case and spacing do not make another one. */
export function criterionKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
