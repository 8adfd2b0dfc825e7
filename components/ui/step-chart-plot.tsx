import { percentWords } from './level-words.ts'
import { StepChartMark } from './step-chart-mark.tsx'
import {
  place,
  type StepFrame,
  type StepMark,
  type StepPoint,
  stepArea,
  stepPath,
} from './step-path.ts'

type StepChartPlotProps = {
  summary: string
  points: readonly (StepPoint & { mark: StepMark })[]
  frame: StepFrame
  ticks: readonly { value: number; label?: string }[]
  bands: readonly { from: number; until: number }[]
}

/**
 * Lines and words are placed in per cent of a drawing without a view box, so that they keep their
 * size at every width; only the path lies in a stretched one.
 */
export function StepChartPlot({ summary, points, frame, ticks, bands }: StepChartPlotProps) {
  const inside = points.filter((point) => point.at >= frame.from && point.at <= frame.until)
  const levels = [...new Set([0, ...ticks.map((tick) => tick.value), 100])]
  const written = spaced(levels)
  return (
    <div className="flex h-48 gap-2 py-2">
      <svg className="h-full w-10 shrink-0 overflow-visible" aria-hidden="true">
        {written.map((level) => (
          <text
            key={level}
            x="100%"
            y={`${100 - level}%`}
            dy="0.32em"
            textAnchor="end"
            className="fill-ink-soft text-2xs tabular-nums"
          >
            {percentWords(level)}
          </text>
        ))}
      </svg>
      <svg role="img" aria-label={summary} className="h-full min-w-0 flex-1 overflow-visible">
        {bands.map((band) => {
          const left = Math.max(0, place({ at: band.from, value: 0 }, frame).x)
          const right = Math.min(100, place({ at: band.until, value: 0 }, frame).x)
          const width = `${Math.max(0, right - left)}%`
          return (
            <svg
              key={`${band.from} ${band.until}`}
              x={`${left}%`}
              width={width}
              height="100%"
              aria-hidden="true"
            >
              <rect width="100%" height="100%" className="fill-wait-wash" />
              <line x1="0" x2="0" y1="0" y2="100%" strokeWidth="2" className="stroke-wait" />
              <line x1="100%" x2="100%" y1="0" y2="100%" strokeWidth="2" className="stroke-wait" />
            </svg>
          )
        })}
        {levels.map((level) => (
          <line
            key={level}
            x1="0"
            x2="100%"
            y1={`${100 - level}%`}
            y2={`${100 - level}%`}
            strokeDasharray={level === 0 ? undefined : '2 4'}
            className={level === 0 ? 'stroke-edge' : 'stroke-rule-strong'}
          />
        ))}
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          className="overflow-visible"
          aria-hidden="true"
        >
          <path d={stepArea(points, frame)} className="fill-accent-wash" />
          <path
            d={stepPath(points, frame)}
            fill="none"
            strokeWidth="2"
            vectorEffect="non-scaling-stroke"
            className="stroke-accent"
          />
        </svg>
        {ticks
          .filter(({ value, label }) => label && value > 0 && written.includes(value))
          .map(({ value, label }) => (
            <text
              key={value}
              x="100%"
              y={`${100 - value}%`}
              dy="-0.4em"
              textAnchor="end"
              className="fill-ink-soft text-2xs"
            >
              {label}
            </text>
          ))}
        {inside.map((point) => {
          const { x, y } = place(point, frame)
          return (
            <StepChartMark
              key={`${point.at} ${point.value}`}
              mark={point.mark}
              x={`${x}%`}
              y={`${y}%`}
            />
          )
        })}
      </svg>
    </div>
  )
}

/** Levels whose words would touch are left out, the lower of two; the ends always stay. */
export function spaced(levels: readonly number[]): number[] {
  const kept: number[] = []
  for (const level of levels.toSorted((one, other) => other - one)) {
    const above = kept.at(-1)
    const free = above === undefined || above - level >= 9
    if (level === 0 || (free && level >= 9)) kept.push(level)
  }
  return kept
}
