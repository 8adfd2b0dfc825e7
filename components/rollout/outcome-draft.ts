import {
  COMPARATORS,
  type Comparator,
  type Criterion,
  type Metric,
} from '../../domain/rollout/criterion.ts'

/** A metric as it is typed. */
export interface MetricDraft {
  readonly id: number
  readonly name: string
  readonly comparator: Comparator
  readonly threshold: string
  readonly thresholdTo: string
  readonly unit: string
  readonly actual: string
  readonly link: string
}

/** A criterion, or a metric recorded before, as something to type on. */
export function draftOf(criterion: Criterion & Partial<Metric>, id: number): MetricDraft {
  const { name, comparator, threshold, threshold_to: upper, unit, actual, link } = criterion
  return {
    id,
    name,
    comparator,
    threshold: String(threshold),
    thresholdTo: upper === null ? '' : String(upper),
    unit,
    actual: actual === null || actual === undefined ? '' : String(actual),
    link: link ?? '',
  }
}

/** A metric that nothing is typed in yet. */
export function emptyDraft(id: number): MetricDraft {
  const texts = { name: '', threshold: '', thresholdTo: '', unit: '', actual: '', link: '' }
  return { id, comparator: '<', ...texts }
}

/** What was typed as the API takes it; what is no number goes as it is, to be refused by its field. */
export function metricBody(draft: MetricDraft) {
  return {
    name: draft.name,
    comparator: draft.comparator,
    threshold: figure(draft.threshold) ?? '',
    threshold_to: draft.comparator === 'within' ? figure(draft.thresholdTo) : null,
    unit: draft.unit,
    actual: figure(draft.actual),
    link: draft.link.trim() === '' ? null : draft.link.trim(),
  }
}

/** A figure as typed: a number where it is one, null where nothing stands, else the text itself. */
export function figure(text: string): number | string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const number = Number(trimmed)
  return Number.isFinite(number) ? number : trimmed
}

export const COMPARATOR_OPTIONS = COMPARATORS.map((value) => ({
  value,
  label: {
    '>=': 'at least',
    '<=': 'at most',
    '<': 'below',
    '>': 'above',
    '=': 'exactly',
    within: 'within',
  }[value],
}))
