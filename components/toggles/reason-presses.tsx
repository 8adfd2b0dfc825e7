import { type FormEvent, useState } from 'react'
import { LoggedField } from '../privacy/logged-field.tsx'
import { Button } from '../ui/button.tsx'

/** Why something is taken back in a hurry. */
const presets = [
  'Errors rose',
  'Users report a problem',
  'Wrong behaviour seen',
  'Wrong toggle',
  'Asked by the government lead',
] as const

type ReasonPressesProps = {
  /** What one press does: "Roll production back to 10 %". */
  action: string
  /** The words of the button beside another reason. */
  verb: string
  pending: boolean
  onReason: (reason: string) => void
}

/** One press on a reason does it; any other reason can be written. */
export function ReasonPresses({ action, verb, pending, onReason }: ReasonPressesProps) {
  const [other, setOther] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (other.trim() !== '') onReason(other.trim())
  }

  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-sm font-semibold">Why? One press does it.</h3>
      <ul className="flex flex-wrap gap-2">
        {presets.map((preset) => (
          <li key={preset}>
            <Button
              pending={pending}
              aria-label={`${preset}: ${action}`}
              onClick={() => onReason(preset)}
            >
              {preset}
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="flex items-end gap-2">
        <div className="flex-1">
          <LoggedField
            label="Another reason"
            value={other}
            maxLength={4000}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
        </div>
        <Button type="submit" variant="danger" pending={pending}>
          {verb}
        </Button>
      </form>
    </div>
  )
}
