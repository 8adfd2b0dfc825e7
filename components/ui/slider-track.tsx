import type { Tick } from './snap-to-tick.ts'

type SliderTrackProps = {
  value: number
  origin: number
  ticks: readonly Tick[]
  min: number
  max: number
}

/**
 * What lies under the thumb: solid up to where it stands; what comes in filled, what goes out
 * hollow; the ticks.
 */
export function SliderTrack({ value, origin, ticks, min, max }: SliderTrackProps) {
  const at = (number: number) => `${(((number - min) / (max - min)) * 100).toFixed(3)}%`
  const wide = (from: number, to: number) => `${(((to - from) / (max - min)) * 100).toFixed(3)}%`
  const kept = Math.min(origin, value)
  const widens = value > origin
  return (
    <svg
      className="pointer-events-none absolute inset-x-2 top-0 h-6 w-[calc(100%-1rem)] overflow-visible"
      aria-hidden="true"
    >
      <rect x="0" y="10" width="100%" height="4" className="fill-rule-strong" />
      <rect x="0" y="10" width={wide(min, kept)} height="4" className="fill-ink" />
      <rect
        x={at(kept)}
        y="8"
        width={wide(kept, Math.max(origin, value))}
        height="8"
        strokeDasharray={widens ? undefined : '3 3'}
        className={widens ? 'fill-accent' : 'fill-paper stroke-ink-soft'}
      />
      {ticks.map((tick) => (
        <line
          key={`${tick.value} ${tick.label}`}
          x1={at(tick.value)}
          x2={at(tick.value)}
          y1="3"
          y2="21"
          strokeWidth="2"
          className="stroke-edge"
        />
      ))}
      {origin !== value && (
        <line
          x1={at(origin)}
          x2={at(origin)}
          y1="0"
          y2="24"
          strokeWidth="3"
          className="stroke-ink"
        />
      )}
    </svg>
  )
}
