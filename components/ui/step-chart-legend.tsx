import { StepChartMark } from './step-chart-mark.tsx'
import type { StepMark } from './step-path.ts'

type Sign = StepMark | 'tick' | 'band'

type StepChartLegendProps = {
  words: Readonly<Partial<Record<Sign, string>>>
  /** What the chart really draws. */
  shown: readonly Sign[]
}

const order = ['plain', 'back', 'loud', 'tick', 'band'] as const

/** What the signs of a step chart mean, those alone that it draws and that have a word. */
export function StepChartLegend({ words, shown }: StepChartLegendProps) {
  const signs = order.filter((sign) => shown.includes(sign) && words[sign] !== undefined)
  if (signs.length < 2) return null
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-1 pl-12 text-2xs text-ink-soft">
      {signs.map((sign) => (
        <li key={sign} className="flex items-center gap-1.5">
          <svg className="h-3 w-4 shrink-0" aria-hidden="true">
            <SignDrawn sign={sign} />
          </svg>
          {words[sign]}
        </li>
      ))}
    </ul>
  )
}

function SignDrawn({ sign }: { sign: Sign }) {
  if (sign === 'tick') {
    return (
      <line
        x1="0"
        x2="16"
        y1="6"
        y2="6"
        strokeDasharray="2 4"
        strokeWidth="1.5"
        className="stroke-edge"
      />
    )
  }
  if (sign === 'band') {
    return <rect x="1" y="0.5" width="14" height="11" className="fill-wait-wash stroke-wait" />
  }
  return <StepChartMark mark={sign} x={8} y={6} />
}
