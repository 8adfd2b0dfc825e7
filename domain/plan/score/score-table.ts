import type { Score } from './score-plans.ts'

/** The score as a table for a terminal, then each miss with what was wanted and what was read. */
export function scoreTable(score: Score): string {
  const lines = [`${score.documents} documents`, '']
  for (const { field, right, of } of score.fields) {
    const share = of === 0 ? 100 : (100 * right) / of
    lines.push(
      `${field.padEnd(16)}${String(right).padStart(4)} / ${of}${share.toFixed(1).padStart(8)} %`,
    )
  }
  const misses = score.fields.flatMap((field) =>
    field.misses.map(
      (miss) => `${field.field} ${miss.name}\n  wanted ${miss.want}\n  read   ${miss.got}`,
    ),
  )
  if (misses.length > 0) lines.push('', 'Misses', ...misses)
  if (score.remarks.length > 0) lines.push('', 'Findings', ...score.remarks)
  return `${lines.join('\n')}\n`
}
