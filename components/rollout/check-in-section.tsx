import { criterionWords } from '../../domain/rollout/criterion.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { dateWords } from '../ui/time-words.ts'
import { MetricList } from './metric-list.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import type { ShownCheckIn, ShownCriterion } from './rollout-shown.ts'

const TITLES = { one_week: 'One-week check-in', one_month: 'One-month check-in' } as const
const STATES = {
  waiting: { status: 'neutral', word: 'Waits for the full rollout' },
  upcoming: { status: 'waiting', word: 'Due' },
  due: { status: 'waiting', word: 'Due today' },
  overdue: { status: 'no-go', word: 'Overdue since' },
  recorded: { status: 'go', word: 'Recorded, due' },
} as const

const counted = {
  one_week: 'a week after the full rollout',
  one_month: 'a month after the full rollout',
} as const

interface CheckInSectionProps {
  slug: string
  checkIns: readonly ShownCheckIn[]
  kpis: readonly ShownCriterion[]
  /** The plan's KPIs that say no figure, in its words. */
  unread: readonly string[]
  mayRecord: boolean
}

/** The looks back one week and one month after full rollout. */
export function CheckInSection({ slug, checkIns, kpis, unread, mayRecord }: CheckInSectionProps) {
  return (
    <section aria-labelledby="check-ins" className="flex flex-col gap-6">
      <h2 id="check-ins" className="border-b border-rule-strong pb-1.5 text-lg font-semibold">
        Check-ins
      </h2>
      <Kpis kpis={kpis} unread={unread} />
      {checkIns.map(({ which, state, due_on, due_by_plan, recorded }) => (
        <div key={which} className="flex flex-col gap-2">
          <h3 className="text-base font-semibold">{TITLES[which]}</h3>
          <p className="text-sm">
            <StatusMark status={STATES[state].status}>
              {STATES[state].word}
              {due_on !== null && state !== 'due' && ` ${dateWords(new Date(due_on))}`}
            </StatusMark>
            {due_on !== null && (
              <span className="text-ink-soft">
                , {due_by_plan ? 'the day that the plan states' : counted[which]}
              </span>
            )}
          </p>
          {recorded && (
            <>
              <p className="text-sm text-ink-soft">
                By {recorded.by}
                {recorded.users !== null && ` · ${recorded.users.toLocaleString('en-US')} users`}
                {recorded.errors !== null && ` · ${recorded.errors} errors`}
              </p>
              <MetricList label={`Measures of the ${TITLES[which]}`} metrics={recorded.metrics} />
            </>
          )}
          {mayRecord && state !== 'waiting' && (
            <Disclosure
              key={recorded?.at ?? 'first'}
              summary={recorded ? 'Correct it' : 'Record it'}
              open={state === 'overdue'}
            >
              <OutcomeForm
                path={`/release-plans/${slug}/check-ins/${which}`}
                action="Record the check-in in the plan"
                recorded={recorded}
                kpis={kpis}
                more={{}}
                asksDecision={false}
              />
            </Disclosure>
          )}
        </div>
      ))}
    </section>
  )
}

/** What the looks back measure, before anybody records one. */
function Kpis({ kpis, unread }: Pick<CheckInSectionProps, 'kpis' | 'unread'>) {
  if (kpis.length + unread.length === 0) return null
  return (
    <p className="max-w-reading text-sm">
      <span className="text-ink-soft">They measure </span>
      {[
        ...kpis.map((kpi) => `${kpi.name} (${criterionWords(kpi)})`),
        ...unread.map((words) => `“${words}”`),
      ].join(', ')}
      .
    </p>
  )
}
