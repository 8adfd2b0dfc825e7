import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { Quoted } from './quoted.tsx'
import { RecordSection } from './record-section.tsx'

const TITLES = { one_week: 'One week after launch', one_month: 'One month after launch' } as const

const STATES = {
  absent: 'The plan has no such check-in.',
  template: 'Nothing is recorded yet.',
  answered: 'Answered in the plan, see its text.',
} as const

/** The looks after launch, in the plan's own words. */
export function RecordedCheckIns({ checkIns }: { checkIns: ReleaseRecord['check_ins'] }) {
  return (
    <RecordSection id="check-ins" title="Check-ins">
      {checkIns.map(({ check_in, state, text }) => (
        <section key={check_in} aria-labelledby={check_in} className="mb-4">
          <h3 id={check_in} className="mb-1 font-semibold">
            {TITLES[check_in]}
          </h3>
          {text === null ? (
            <p className="text-sm text-ink-soft">{STATES[state]}</p>
          ) : (
            <Quoted>{text}</Quoted>
          )}
        </section>
      ))}
    </RecordSection>
  )
}
