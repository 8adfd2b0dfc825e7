import { diffArrays } from 'diff'
import type { LineChange } from '../../domain/plan/merge-texts.ts'

/** Past so many differing lines a difference is no longer read line by line, and costs too much. */
const MOST_EDITS = 2000

/** How one text became another: the lines that were replaced, in order and never touching. */
export function lineChanges(
  before: readonly string[],
  after: readonly string[],
): readonly LineChange[] {
  const steps = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS })
  if (!steps) return [middleOf(before, after)]
  const changes: LineChange[] = []
  let at = 0
  for (const { added, removed, value } of steps) {
    const last = changes.at(-1)
    const end = removed ? at + value.length : at
    if (added || removed) {
      const lines = added ? value : []
      // A removal and the addition in its place are one change.
      if (last?.end === at) {
        changes.splice(-1, 1, { start: last.start, end, lines: [...last.lines, ...lines] })
      } else changes.push({ start: at, end, lines })
    }
    at = added ? at : at + value.length
  }
  return changes
}

/** Everything between what the two texts begin and end with. */
function middleOf(before: readonly string[], after: readonly string[]): LineChange {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return {
    start: head,
    end: before.length - tail,
    lines: after.slice(head, after.length - tail),
  }
}
