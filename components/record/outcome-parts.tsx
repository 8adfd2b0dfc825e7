import type { RecordedOutcome } from '../../domain/record/recorded-outcome.ts'
import { MetricList } from '../rollout/metric-list.tsx'
import { EntryNumber, ToldBy } from './told-entry.tsx'

interface OutcomePartsProps {
  outcome: RecordedOutcome
  /** Names the list of metrics. */
  label: string
}

/** What somebody recorded: figures, metrics with their verdicts, words, and the entry that tells it. */
export function OutcomeParts({ outcome, label }: OutcomePartsProps) {
  const { users, errors, metrics, errors_note, note, recorded, earlier } = outcome
  return (
    <>
      <span className="block">
        {users === null ? 'Users not known' : `${users.toLocaleString('en-US')} users`},{' '}
        {errors === null ? 'errors not known' : `${errors.toLocaleString('en-US')} errors`}
      </span>
      <MetricList label={label} metrics={metrics} />
      {errors_note && <span className="block">Errors: “{errors_note}”</span>}
      {note && <span className="block whitespace-pre-line">“{note}”</span>}
      <span className="block text-ink-soft">
        Recorded by <ToldBy told={recorded} />
      </span>
      {earlier.length > 0 && (
        <span className="block text-ink-soft">
          In place of what was recorded before, in{' '}
          {earlier.map(({ seq }, index) => (
            <span key={seq}>
              {index > 0 && ', '}
              <EntryNumber seq={seq} />
            </span>
          ))}
        </span>
      )}
    </>
  )
}
