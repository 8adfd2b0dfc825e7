import { percentWords } from './level-words.ts'
import { StepChartLegend } from './step-chart-legend.tsx'
import { StepChartPlot } from './step-chart-plot.tsx'
import { StepChartTable } from './step-chart-table.tsx'
import type { ChartBand, ChartPoint, StepFrame, StepMark, StepPoint } from './step-path.ts'
import { exactWords, spanEnds } from './time-words.ts'

export type StepChartProps = {
  /** Names the chart: "Percentage in production". */
  label: string
  points: readonly ChartPoint[]
  from: string
  until: string
  /** Values worth a line across, with what they are called: the planned stages. */
  ticks?: readonly { value: number; label?: string }[]
  /** Spans worth a shade behind the steps: the freezes. */
  bands?: readonly ChartBand[]
  /** What a step of each kind, a line across and a band are called below the chart. */
  words?: Readonly<Partial<Record<StepMark | 'tick' | 'band', string>>>
}

/** A percentage over time as steps, drawn on the server, with all that it shows in tables below. */
export function StepChart(props: StepChartProps) {
  const { label, points, from, until, ticks = [], bands = [], words = {} } = props
  const frame: StepFrame = { from: Date.parse(from), until: Date.parse(until), max: 100 }
  const moments: StepPoint[] = points.map(({ at, value }) => ({ at: Date.parse(at), value }))
  const last = moments.toSorted((one, other) => one.at - other.at).at(-1)
  const summary = last
    ? `${label}: ${points.length} ${points.length === 1 ? 'step' : 'steps'}, last to ${percentWords(last.value)} on ${exactWords(new Date(last.at))}.`
    : `${label}: no steps yet.`
  return (
    <figure className="flex flex-col gap-1">
      <p className="text-sm font-semibold">{label} over time</p>
      <StepChartPlot
        summary={summary}
        points={moments.map((point, index) => ({ ...point, mark: points[index]?.mark ?? 'plain' }))}
        frame={frame}
        ticks={ticks}
        bands={bands.map((band) => ({
          from: Date.parse(band.from),
          until: Date.parse(band.until),
        }))}
      />
      <div className="flex justify-between pl-12 text-2xs text-ink-soft tabular-nums">
        {spanEnds(new Date(from), new Date(until)).map((end) => (
          <span key={end}>{end}</span>
        ))}
      </div>
      <StepChartLegend
        words={words}
        shown={[
          ...new Set([
            ...points.map(({ mark = 'plain' }) => mark),
            ...(ticks.length > 0 ? (['tick'] as const) : []),
            ...(bands.length > 0 ? (['band'] as const) : []),
          ]),
        ]}
      />
      <figcaption>
        <StepChartTable label={label} points={points} bands={bands} band={words.band} />
      </figcaption>
    </figure>
  )
}
