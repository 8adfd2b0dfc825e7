import { Disclosure } from './disclosure.tsx'
import { percentWords } from './level-words.ts'
import { StepChartPlot } from './step-chart-plot.tsx'
import type { StepFrame, StepPoint } from './step-path.ts'
import { exactWords, spanEnds } from './time-words.ts'

export type StepChartProps = {
  /** Names the chart: "Percentage in production". */
  label: string
  /** `loud` marks a step that went against something. */
  points: readonly { at: string; value: number; note?: string; loud?: boolean }[]
  from: string
  until: string
  /** Values worth a line across: the planned stages. */
  ticks?: readonly { value: number }[]
  /** Spans worth a shade behind the steps: the freezes. */
  bands?: readonly { from: string; until: string; label: string }[]
}

/** A percentage over time as steps, drawn on the server, with every step in a table below. */
export function StepChart({ label, points, from, until, ticks = [], bands = [] }: StepChartProps) {
  const frame: StepFrame = { from: Date.parse(from), until: Date.parse(until), max: 100 }
  const moments: StepPoint[] = points.map(({ at, value }) => ({ at: Date.parse(at), value }))
  const last = moments.toSorted((one, other) => one.at - other.at).at(-1)
  const summary = last
    ? `${label}: ${points.length} ${points.length === 1 ? 'step' : 'steps'}, last to ${percentWords(last.value)} on ${exactWords(new Date(last.at))}.`
    : `${label}: no steps yet.`
  return (
    <figure className="flex flex-col gap-1">
      <StepChartPlot
        summary={summary}
        points={moments}
        frame={frame}
        ticks={ticks}
        loud={points.filter((point) => point.loud).map(({ at }) => Date.parse(at))}
        bands={bands.map((band) => ({
          from: Date.parse(band.from),
          until: Date.parse(band.until),
        }))}
      />
      <div className="flex justify-between pl-12 text-2xs text-ink-soft tabular-nums">
        {spanEnds(new Date(from), new Date(until)).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </div>
      {bands.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 pl-12 text-2xs text-ink-soft">
          {bands.map((band) => (
            <li key={`${band.from} ${band.label}`} className="flex items-center gap-1.5">
              <span className="hazard inline-block size-3" aria-hidden="true" />
              {band.label}: {exactWords(new Date(band.from))} to {exactWords(new Date(band.until))}
            </li>
          ))}
        </ul>
      )}
      <figcaption>
        <Disclosure summary={`${label} as a table`}>
          <table className="w-full max-w-reading text-left text-sm">
            <thead className="text-xs text-ink-soft">
              <tr>
                <th scope="col" className="py-1 font-semibold">
                  From
                </th>
                <th scope="col" className="py-1 text-right font-semibold">
                  Percentage
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={`${point.at} ${point.value}`} className="border-t border-rule">
                  <th scope="row" className="py-1 font-normal">
                    {exactWords(new Date(point.at))}
                    {point.note && (
                      <span className="block text-xs text-ink-soft">{point.note}</span>
                    )}
                  </th>
                  <td className="py-1 text-right align-top">{percentWords(point.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      </figcaption>
    </figure>
  )
}
