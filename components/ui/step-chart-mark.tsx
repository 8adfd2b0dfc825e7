import type { StepMark } from './step-path.ts'

type StepChartMarkProps = { mark: StepMark; x: number | string; y: number | string }

/** A step's mark, told apart by its shape before its colour: a ring, a full square, a triangle. */
export function StepChartMark({ mark, x, y }: StepChartMarkProps) {
  if (mark === 'plain') {
    return <circle cx={x} cy={y} r="3.5" strokeWidth="2" className="fill-paper stroke-accent" />
  }
  // In a drawing of its own, so that the shape keeps its size wherever it is placed in per cent.
  return (
    <svg x={x} y={y} className="overflow-visible" aria-hidden="true">
      {mark === 'loud' ? (
        <rect x="-4.5" y="-4.5" width="9" height="9" className="fill-no-go" />
      ) : (
        <path d="M-5-4.5H5L0 4.5Z" strokeWidth="2" className="fill-paper stroke-ink" />
      )}
    </svg>
  )
}
