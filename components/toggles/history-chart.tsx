import { StepChart } from '../ui/step-chart.tsx'
import { capitalised } from './capitalised.ts'
import type { HistoryView, StageTick } from './toggle-view.ts'

type HistoryChartProps = {
  environment: string
  history: readonly HistoryView[]
  ticks: readonly StageTick[]
  /** The moment of drawing: ISO 8601. */
  until: string
  freezes: readonly { readonly from: string; readonly until: string; readonly reason: string }[]
}

const acts: Readonly<Record<string, string>> = {
  'toggle.registered': 'registered',
  'toggle.widened': 'widened',
  'toggle.narrowed': 'narrowed',
  'toggle.reshaped': 'changed',
  'toggle.rolled_back': 'rolled back',
  'flip.overrode_checks': 'overrode the checks',
  'toggle.changed_outside': 'found it changed outside Rollcall',
  'toggle.taken_over': 'took it over as it stood on a Flipper server',
}

const marks: Readonly<Record<string, 'loud' | 'back'>> = {
  'toggle.rolled_back': 'back',
  'flip.overrode_checks': 'loud',
}

/** The percentage over time, a step a flip, with each flip's words in the table below it. */
export function HistoryChart(props: HistoryChartProps) {
  const { environment, history, ticks, until, freezes } = props
  const from = history[0]?.at ?? until
  return (
    <StepChart
      label={`Percentage in ${environment}`}
      points={history.map(({ at, percentage, words, actor, type, reason }) => ({
        at,
        value: percentage,
        mark: marks[type] ?? 'plain',
        note: `${capitalised(words)}. ${actor} ${acts[type] ?? 'changed it'}${reason ? `: ${reason}` : ''}`,
      }))}
      from={from}
      until={until}
      ticks={ticks}
      bands={freezes
        .filter((freeze) => freeze.from < until && freeze.until > from)
        .map(({ from: begins, until: ends, reason }) => ({
          from: begins,
          until: ends,
          label: reason,
        }))}
      words={{
        plain: 'Flip',
        back: 'Rollback',
        loud: 'Override of the checks',
        tick: 'Stage of the plan',
        band: 'Freeze',
      }}
    />
  )
}
