import { asTextArea, bareLine, textLines } from '../../domain/plan/text-lines.ts'
import { lineChanges } from './line-changes.ts'

/**
 * What a text area gives back, with the line ends that the document had: a text area turns every
 * line end into a line feed. Each line that is still there keeps its own to the byte; new ones take
 * the end that the document uses most.
 */
export function restoreLineEnds(original: string, edited: string): string {
  if (!original.includes('\r')) return edited
  const before = textLines(original)
  const end = usualEnd(before)
  const kept: string[] = []
  let at = 0
  for (const change of lineChanges(before.map(asTextArea), textLines(edited))) {
    kept.push(...before.slice(at, change.start))
    for (const line of change.lines)
      kept.push(line === bareLine(line) ? line : bareLine(line) + end)
    at = change.end
  }
  return [...kept, ...before.slice(at)].join('')
}

function usualEnd(lines: readonly string[]): string {
  const crlf = lines.filter((line) => line.endsWith('\r\n')).length
  const lf = lines.filter((line) => line.endsWith('\n')).length - crlf
  return crlf > lf ? '\r\n' : '\n'
}
