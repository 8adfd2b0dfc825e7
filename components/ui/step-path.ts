/** A value that holds from its moment until the next one. `at` is milliseconds since 1970. */
export type StepPoint = { at: number; value: number }

/** How a step is drawn: `loud` went against something, `back` undid what was before. */
export type StepMark = 'plain' | 'loud' | 'back'

export type ChartPoint = { at: string; value: number; note?: string; mark?: StepMark }

/** A span of time with what it is called; ISO 8601. */
export type ChartBand = { from: string; until: string; label: string }

export type StepFrame = { from: number; until: number; max: number }

/**
 * The points a chart of the frame needs: in order of time, beginning at `from` with the value that
 * held then and ending at `until`. Before the first point nothing is known, and nothing is drawn.
 */
export function pointsInFrame(points: readonly StepPoint[], frame: StepFrame): StepPoint[] {
  const ordered = points
    .filter((point) => point.at <= frame.until)
    .toSorted((one, other) => one.at - other.at)
  const before = ordered.findLast((point) => point.at <= frame.from)
  const inside = ordered.filter((point) => point.at > frame.from)
  const first = before ? [{ at: frame.from, value: before.value }] : []
  const last = inside.at(-1) ?? first.at(-1)
  if (!last) return []
  const end = last.at < frame.until ? [{ at: frame.until, value: last.value }] : []
  return [...first, ...inside, ...end]
}

/** Where a moment and a value stand on a plane of 100 by 100 whose top is the frame's `max`. */
export function place(point: StepPoint, frame: StepFrame): { x: number; y: number } {
  const span = frame.until - frame.from || 1
  return {
    x: thousandth(((point.at - frame.from) / span) * 100),
    y: thousandth(100 - (point.value / frame.max) * 100),
  }
}

/** An SVG path that runs level from point to point and rises or falls only at their moments. */
export function stepPath(points: readonly StepPoint[], frame: StepFrame): string {
  const [first, ...rest] = pointsInFrame(points, frame).map((point) => place(point, frame))
  if (!first) return ''
  return [`M${first.x} ${first.y}`, ...rest.map(({ x, y }) => `H${x}V${y}`)].join('')
}

/** The same, closed along the bottom, to be filled. */
export function stepArea(points: readonly StepPoint[], frame: StepFrame): string {
  const path = stepPath(points, frame)
  const first = pointsInFrame(points, frame)[0]
  if (!first) return ''
  return `${path}V100H${place(first, frame).x}Z`
}

function thousandth(number: number): number {
  return Math.round(number * 1000) / 1000
}
