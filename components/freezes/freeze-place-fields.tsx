import { Checkbox } from '../ui/checkbox.tsx'
import { FieldError } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import type { FreezeDraft } from './freeze-draft.ts'
import type { FreezeChoices } from './freeze-view.ts'

type FreezePlaceFieldsProps = {
  draft: FreezeDraft
  choices: FreezeChoices
  onChange: (part: Partial<FreezeDraft>) => void
  errorOf: (path: string) => string | undefined
}

/** Where a freeze stands, and over whose toggles. */
export function FreezePlaceFields({ draft, choices, onChange, errorOf }: FreezePlaceFieldsProps) {
  const error = errorOf('environments')
  return (
    <>
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1.5 text-sm font-semibold">Environments</legend>
        <p className="-mt-1.5 text-xs text-ink-soft">None chosen means every one.</p>
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          {choices.environments.map(({ key, name }) => (
            <Checkbox
              key={key}
              label={name}
              checked={draft.environments.includes(key)}
              onChange={(event) =>
                onChange({
                  environments: event.currentTarget.checked
                    ? [...draft.environments, key]
                    : draft.environments.filter((one) => one !== key),
                })
              }
            />
          ))}
        </div>
        {error && <FieldError>{error}</FieldError>}
      </fieldset>
      <Select
        label="Over the toggles of"
        value={draft.team}
        onChange={(event) => onChange({ team: event.currentTarget.value })}
        options={[
          { value: '', label: 'Every team' },
          ...choices.teams.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
        error={errorOf('team')}
      />
    </>
  )
}
