import { Disclosure } from './disclosure.tsx'
import { percentWords } from './level-words.ts'
import type { ChartBand, ChartPoint } from './step-path.ts'
import { exactWords } from './time-words.ts'

type StepChartTableProps = {
  label: string
  points: readonly ChartPoint[]
  bands: readonly ChartBand[]
  /** What a band is called: "Freeze". */
  band: string | undefined
}

/** What a step chart draws, in words: each step, newest last, and each band. */
export function StepChartTable({ label, points, bands, band = 'Span' }: StepChartTableProps) {
  return (
    <Disclosure summary={`${label} as a table`}>
      <div className="flex flex-col gap-6">
        <table className="w-full max-w-reading text-left text-sm">
          <caption className="sr-only">{label}, step by step</caption>
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
                  {point.note && <span className="block text-xs text-ink-soft">{point.note}</span>}
                </th>
                <td className="py-1 text-right align-top tabular-nums">
                  {percentWords(point.value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {bands.length > 0 && (
          <table className="w-full max-w-reading text-left text-sm">
            <caption className="pb-1 text-left text-xs font-semibold text-ink-soft">
              {band}s over it
            </caption>
            <thead className="text-xs text-ink-soft">
              <tr>
                <th scope="col" className="py-1 pr-4 font-semibold">
                  From
                </th>
                <th scope="col" className="py-1 pr-4 font-semibold">
                  Until
                </th>
                <th scope="col" className="py-1 font-semibold">
                  {band}
                </th>
              </tr>
            </thead>
            <tbody>
              {bands.map(({ from, until, label: words }) => (
                <tr key={`${from} ${words}`} className="border-t border-rule align-top">
                  <th scope="row" className="py-1 pr-4 font-normal">
                    {exactWords(new Date(from))}
                  </th>
                  <td className="py-1 pr-4">{exactWords(new Date(until))}</td>
                  <td className="py-1 wrap-anywhere">{words}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Disclosure>
  )
}
