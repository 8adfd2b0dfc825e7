import { Mark } from '../ui/mark.tsx'
import { Cell } from '../ui/table.tsx'

interface TickProps {
  /** The whole of what it says: "QA reviews rollback". */
  label: string
  checked: boolean
  /** Left out where it is only read. */
  onChange?: ((checked: boolean) => void) | undefined
}

/** One yes or no of a table: a box to tick, or a mark where it cannot be changed. */
export function Tick({ label, checked, onChange }: TickProps) {
  return (
    <Cell className="px-1! text-center align-middle!">
      {onChange ? (
        <input
          type="checkbox"
          className="tick-box mx-auto"
          aria-label={label}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      ) : (
        <span className="mx-auto flex size-6 items-center justify-center text-ink-soft">
          {checked && <Mark name="go" className="text-ink" />}
          <span className="sr-only">{checked ? 'Yes' : 'No'}</span>
        </span>
      )}
    </Cell>
  )
}
