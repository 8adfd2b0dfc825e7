import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { FreezeDraft } from './freeze-draft.ts'

type FreezeTimeFieldsProps = {
  draft: FreezeDraft
  onChange: (part: Partial<FreezeDraft>) => void
  errorOf: (path: string) => string | undefined
}

const AGAIN = [
  { value: 'once', label: 'Once' },
  { value: 'daily', label: 'Every day' },
  { value: 'weekly', label: 'Every week' },
  { value: 'fortnightly', label: 'Every two weeks' },
  { value: 'monthly', label: 'Every month, on the same day' },
  { value: 'own', label: 'By a rule (RFC 5545)' },
] as const

/** When a freeze stands, on whose clock, and how it comes again. */
export function FreezeTimeFields({ draft, onChange, errorOf }: FreezeTimeFieldsProps) {
  const comesAgain = draft.again !== 'once'
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="From"
          type="datetime-local"
          required
          value={draft.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
          error={errorOf('starts_at')}
        />
        <TextField
          label="To"
          type="datetime-local"
          required
          value={draft.to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
          error={errorOf('ends_at')}
        />
      </div>
      <TextField
        label="Time zone"
        description="The clock that these times are on, summer and winter."
        autoComplete="off"
        spellCheck={false}
        value={draft.zone}
        onChange={(event) => onChange({ zone: event.currentTarget.value })}
        error={errorOf('recurrence.time_zone')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="How often"
          value={draft.again}
          onChange={(event) => {
            const chosen = AGAIN.find(({ value }) => value === event.currentTarget.value)
            if (chosen) onChange({ again: chosen.value })
          }}
          options={[...AGAIN]}
          error={draft.again === 'own' ? undefined : errorOf('recurrence.rule')}
        />
        {comesAgain && draft.again !== 'own' && (
          <TextField
            label="Last day"
            optional
            type="date"
            value={draft.until}
            onChange={(event) => onChange({ until: event.currentTarget.value })}
          />
        )}
      </div>
      {draft.again === 'own' && (
        <TextField
          label="Rule"
          description="Like FREQ=MONTHLY;BYDAY=1FR for the first Friday of a month."
          autoComplete="off"
          spellCheck={false}
          value={draft.rule}
          onChange={(event) => onChange({ rule: event.currentTarget.value })}
          error={errorOf('recurrence.rule')}
        />
      )}
    </>
  )
}
