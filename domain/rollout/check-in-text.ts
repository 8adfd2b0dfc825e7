import { criterionWords, type Metric, verdictOf } from './criterion.ts'

/** What a check-in came to, as it is written into the plan. */
export interface CheckInWords {
  readonly users: number | null
  readonly metrics: readonly Metric[]
  readonly errors: number | null
  readonly errorsNote: string | undefined
  readonly note: string | undefined
}

const VERDICT = { met: 'met', not_met: 'not met', inconclusive: 'inconclusive' } as const

/**
 * A check-in as lines of Markdown for the plan's own section: its template's prompts, each with
 * what was found. Words of people stand on one line each, whatever they typed.
 */
export function checkInText({ users, metrics, errors, errorsNote, note }: CheckInWords): string {
  const logged = [errors === null ? '' : String(errors), oneLine(errorsNote)].filter(Boolean)
  return [
    `- Number of unique users: ${users ?? 'not known'}`,
    ...metrics.map(metricLine),
    `- Types of errors logged: ${logged.join('; ') || 'not known'}`,
    ...(note === undefined ? [] : [`- Notes: ${oneLine(note)}`]),
  ].join('\n')
}

function metricLine(metric: Metric): string {
  const { name, actual, unit, link } = metric
  const came = actual === null ? 'not known' : `${actual}${unit === '' ? '' : ` ${unit}`}`
  const seen = link === null ? '' : `, seen at <${link}>`
  return `- ${oneLine(name)}: ${came} (wanted ${criterionWords(metric)}, ${VERDICT[verdictOf(metric)]})${seen}`
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
