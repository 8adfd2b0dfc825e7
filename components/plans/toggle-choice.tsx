import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import type { NamedToggle } from './import-calls.ts'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'

interface ToggleChoiceProps {
  toggles: readonly NamedToggle[]
  /** Keys that may be registered in this step. */
  choosable: readonly string[]
  chosen: readonly string[]
  onChange: (keys: readonly string[]) => void
}

const STATUS = {
  registered: 'In the registry already.',
  archived: 'Retired: a key is never used twice. Name another one in the plan.',
  unknown: 'Not in the registry.',
} as const

export function ToggleChoice({ toggles, choosable, chosen, onChange }: ToggleChoiceProps) {
  if (toggles.length === 0) return <p className="text-ink-soft">The plan names no toggle.</p>
  return (
    <ul className="flex flex-col gap-3">
      {toggles.map(({ key, description, line, status, near }) => (
        <li
          key={`${line}:${key}`}
          data-line={line}
          className={classNames(LINE_PART, 'flex items-start justify-between gap-4')}
        >
          <div className="flex min-w-0 flex-col gap-1">
            {choosable.includes(key) ? (
              <Checkbox
                label={
                  <>
                    Register <span className="font-mono">{key}</span>
                  </>
                }
                description={description ?? 'The plan does not describe it.'}
                checked={chosen.includes(key)}
                onChange={(event) =>
                  onChange(
                    event.currentTarget.checked
                      ? [...chosen, key]
                      : chosen.filter((one) => one !== key),
                  )
                }
              />
            ) : (
              <>
                <p className="font-mono font-semibold wrap-anywhere">{key}</p>
                {description && <p className="max-w-reading">{description}</p>}
                <p className="text-xs text-ink-soft">{STATUS[status]}</p>
              </>
            )}
            {near.length > 0 && (
              <p className="text-xs text-ink-soft">
                Did the plan mean{' '}
                {near.map((one, index) => (
                  <span key={one}>
                    {index > 0 && ', '}
                    <span className="font-mono">{one}</span>
                  </span>
                ))}
                ?
              </p>
            )}
          </div>
          <LineNote line={line} />
        </li>
      ))}
    </ul>
  )
}
