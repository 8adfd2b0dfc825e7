import { inOrder, type TextChange } from './text-change.ts'

/** A stretch of the first text that is still there, or words that came in. */
type Segment = { from: number; to: number } | string

/**
 * Changes made one after another, each of the text that the ones before left, as changes of the
 * first text: in order, never touching, each with all that came in at its place.
 */
export function joinedChanges(
  length: number,
  turns: readonly (readonly TextChange[])[],
): TextChange[] {
  let segments: Segment[] = [{ from: 0, to: length }]
  for (const changes of turns) {
    // From the end, so that what stands before is where the change says.
    for (const { from, to, text } of inOrder(changes).reverse()) {
      segments = [...cut(segments, 0, from), text, ...cut(segments, to, Number.POSITIVE_INFINITY)]
    }
  }
  const joined: TextChange[] = []
  let at = 0
  let text = ''
  for (const segment of [...segments, { from: length, to: length }]) {
    if (typeof segment === 'string') text += segment
    else {
      if (text !== '' || segment.from > at) joined.push({ from: at, to: segment.from, text })
      at = segment.to
      text = ''
    }
  }
  return joined
}

/** The part of the segments between two offsets of the text that they make. */
function cut(segments: readonly Segment[], from: number, to: number): Segment[] {
  const found: Segment[] = []
  let at = 0
  for (const segment of segments) {
    const length = typeof segment === 'string' ? segment.length : segment.to - segment.from
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, length)]
    if (first < last) {
      found.push(
        typeof segment === 'string'
          ? segment.slice(first, last)
          : { from: segment.from + first, to: segment.from + last },
      )
    }
    at += length
  }
  return found
}
