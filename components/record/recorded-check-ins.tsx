import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { OutcomeParts } from './outcome-parts.tsx'
import { Quoted } from './quoted.tsx'
import { RecordSection } from './record-section.tsx'

const TITLES = { one_week: 'One week after launch', one_month: 'One month after launch' } as const

const STATES = {
  absent: 'The plan has no such check-in.',
  template: 'The plan says nothing of it yet.',
  answered: 'Answered in the plan, see its text.',
} as const

/** The looks after launch: the plan's own words, and what was recorded. */
export function RecordedCheckIns({ checkIns }: { checkIns: ReleaseRecord['check_ins'] }) {
  return (
    <RecordSection id="check-ins" title="Check-ins">
      {checkIns.map(({ check_in, state, text, recorded }) => (
        <section key={check_in} aria-labelledby={check_in} className="mb-4">
          <h3 id={check_in} className="mb-1 font-semibold">
            {TITLES[check_in]}
          </h3>
          {text === null ? (
            <p className="text-sm text-ink-soft">{STATES[state]}</p>
          ) : (
            <Quoted>{text}</Quoted>
          )}
          {recorded.map((one) => (
            <div key={one.id} className="mt-2 max-w-reading break-inside-avoid text-sm">
              <p>
                Recorded of the full rollout whose look back was due on {one.due_on}, in revision{' '}
                {one.revision}:
              </p>
              <OutcomeParts outcome={one} label={`${TITLES[check_in]}, due ${one.due_on}`} />
            </div>
          ))}
        </section>
      ))}
    </RecordSection>
  )
}
