import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { EnvironmentSelect } from './environment-select.tsx'

type PastStateFormProps = {
  /** As a datetime-local field takes it. */
  at: string
  environment: string
  environments: readonly string[]
  error?: string | undefined
}

/** Which moment to look back at: a form of its own address. */
export function PastStateForm({ at, environment, environments, error }: PastStateFormProps) {
  return (
    <search>
      <form
        key={`${at} ${environment}`}
        action="/audit"
        className="mb-6 flex flex-wrap items-end gap-3"
      >
        <div className="w-60">
          <TextField
            label="Moment (UTC)"
            description="The end of the minute counts."
            name="at"
            type="datetime-local"
            defaultValue={at}
            error={error}
            required
          />
        </div>
        <EnvironmentSelect chosen={environment} environments={environments} />
        <Button type="submit">Look back</Button>
      </form>
    </search>
  )
}
