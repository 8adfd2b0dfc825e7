import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import { controlLook, describedBy, Field, type FieldWords } from './field.tsx'
import { Mark } from './mark.tsx'

type SelectOption = { value: string; label: string; disabled?: boolean }

type SelectProps = Omit<ComponentProps<'select'>, 'children' | 'multiple'> &
  FieldWords & { options: SelectOption[]; optional?: boolean }

/** The platform's own list: it works before scripts do, and on a phone it is the phone's. */
export function Select({
  label,
  description,
  error,
  labelHidden = false,
  optional = false,
  options,
  id,
  className,
  ...rest
}: SelectProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  const words = { label, description, error, labelHidden }
  return (
    <Field {...words} id={fieldId} optional={optional}>
      <span className="relative block">
        <select
          {...rest}
          id={fieldId}
          aria-describedby={describedBy(fieldId, words)}
          aria-invalid={error ? true : undefined}
          className={classNames(controlLook, 'w-full', 'appearance-none pr-8', className)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
              {option.label}
            </option>
          ))}
        </select>
        <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-ink-soft">
          <Mark name="down" />
        </span>
      </span>
    </Field>
  )
}
