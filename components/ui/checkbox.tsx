import { type ComponentProps, useId } from 'react'
import { describedBy, FieldError, type FieldWords } from './field.tsx'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> &
  Omit<FieldWords, 'labelHidden'> & { role?: 'checkbox' | 'switch' }

export function Checkbox({ label, description, error, id, role, ...rest }: CheckboxProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  const look = role === 'switch' ? 'switch' : 'tick-box'
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-start gap-2.5">
        <input
          {...rest}
          id={fieldId}
          type="checkbox"
          role={role === 'switch' ? 'switch' : undefined}
          aria-describedby={describedBy(fieldId, { label, description, error })}
          aria-invalid={error ? true : undefined}
          className={look}
        />
        <label htmlFor={fieldId} className="min-h-6 text-sm leading-6">
          {label}
        </label>
      </div>
      {description && (
        <p id={`${fieldId}-description`} className="pl-8.5 text-xs text-ink-soft">
          {description}
        </p>
      )}
      {error && <FieldError id={`${fieldId}-error`}>{error}</FieldError>}
    </div>
  )
}
