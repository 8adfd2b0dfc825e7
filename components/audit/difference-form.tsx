import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { EnvironmentSelect } from './environment-select.tsx'

interface DifferenceFormProps {
  /** As datetime-local fields take them. */
  from: string
  to: string
  environment: string
  environments: readonly string[]
  error?: string | undefined
}

/** Which two moments to hold against each other: a form of its own address. */
export function DifferenceForm({
  from,
  to,
  environment,
  environments,
  error,
}: DifferenceFormProps) {
  return (
    <search>
      <form
        key={`${from} ${to} ${environment}`}
        action="/audit/state"
        className="mb-6 flex flex-wrap items-start gap-3"
      >
        <div className="w-60">
          <TextField
            label="From (UTC)"
            name="from"
            type="datetime-local"
            defaultValue={from}
            error={error}
            required
          />
        </div>
        <div className="w-60">
          <TextField label="To (UTC)" name="to" type="datetime-local" defaultValue={to} required />
        </div>
        <EnvironmentSelect chosen={environment} environments={environments} />
        <div className="pt-6">
          <Button type="submit">Compare</Button>
        </div>
      </form>
    </search>
  )
}
