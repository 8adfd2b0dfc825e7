import { bareLine, textLines } from '../../domain/plan/text-lines.ts'
import type { DiffLine } from '../ui/diff-lines.tsx'
import { lineChanges } from './line-changes.ts'

/** Unchanged lines shown around a change. */
const AROUND = 3

/**
 * Two texts as lines to show: what was removed and added, with a few lines around it and the rest
 * counted. Empty when the texts differ in nothing but line ends, or not at all.
 */
export function textDifference(before: string, after: string): readonly DiffLine[] {
  const old = textLines(before).map(bareLine)
  const changes = lineChanges(old, textLines(after).map(bareLine))
  if (changes.length === 0) return []
  const shown: DiffLine[] = []
  let at = 0
  for (const [index, { start, end, lines }] of changes.entries()) {
    shown.push(...unchanged(old.slice(at, start), index === 0 ? 0 : AROUND, AROUND))
    for (const text of old.slice(start, end)) shown.push({ kind: 'removed', text })
    for (const text of lines) shown.push({ kind: 'added', text })
    at = end
  }
  return [...shown, ...unchanged(old.slice(at), AROUND, 0)]
}

/** So many lines of the beginning and the end, and how many stand between. */
function unchanged(lines: readonly string[], first: number, last: number): readonly DiffLine[] {
  const same = (text: string): DiffLine => ({ kind: 'same', text })
  const count = lines.length - first - last
  // One line takes the room that saying so would take.
  if (count <= 1) return lines.map(same)
  return [
    ...lines.slice(0, first).map(same),
    { kind: 'gap', count },
    ...lines.slice(lines.length - last).map(same),
  ]
}
