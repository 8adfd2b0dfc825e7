import type { Reading } from './reading.ts'

/** The 1-based lines of a document from which the reading took a value. */
export function understoodLines(reading: Reading): ReadonlySet<number> {
  const lines = [
    reading.title_line,
    reading.staged_rollout.line,
    reading.rollback?.line,
    reading.go_no_go?.decision_line,
    ...[
      ...reading.toggles,
      ...reading.stages,
      ...reading.contacts,
      ...reading.validation,
      ...(reading.go_no_go?.items ?? []),
    ].map(({ line }) => line),
  ]
  return new Set(lines.filter((line): line is number => typeof line === 'number'))
}
